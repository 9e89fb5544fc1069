/** The outer wall: errors, headers, rate limits, the web client and its configuration. */
@NullMarked
@ApplicationModule(allowedDependencies = "shared")
package io.eyestalk.edge;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

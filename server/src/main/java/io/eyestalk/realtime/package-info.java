/** Live connections and fan-out: who is connected, what they ask, and how news reaches them. */
@NullMarked
@ApplicationModule(allowedDependencies = "shared")
package io.eyestalk.realtime;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

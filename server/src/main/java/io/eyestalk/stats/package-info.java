/**
 * The operators' dashboard: their login, the numbers, and what browsers report about calls. A leaf:
 * nobody uses it, and the service is whole without it.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "room"})
package io.eyestalk.stats;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

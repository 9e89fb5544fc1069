/**
 * What happens as numbers for Prometheus. Listens to the others and is used by nobody: without it
 * everything works as before. Labels are closed lists, never a room, a person or an address.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "room", "realtime", "chat"})
package io.eyestalk.metrics;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

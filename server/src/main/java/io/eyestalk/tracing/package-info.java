/**
 * Spans for OpenTelemetry: requests, socket events, and within them transactions and the relay. A
 * leaf, and asleep until an endpoint is configured.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "realtime"})
package io.eyestalk.tracing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

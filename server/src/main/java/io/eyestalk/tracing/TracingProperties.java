package io.eyestalk.tracing;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Traces of requests and socket events.
 *
 * @param endpoint where they are sent, OTLP over HTTP ({@code http://collector:4318/v1/traces});
 *     without one there are none
 * @param share of them that is kept, from 0 to 1; whoever began a trace elsewhere decides for it
 */
@Validated
@ConfigurationProperties("eyestalk.tracing")
record TracingProperties(
        @DefaultValue("") String endpoint,
        @DefaultValue("1") @DecimalMin("0") @DecimalMax("1") double share) {}

package io.eyestalk;

import jakarta.validation.constraints.NotBlank;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * What this process is called.
 *
 * @param node the name of this node in logs and activity documents: visible ASCII, at most 64
 *     characters
 */
@Validated
@ConfigurationProperties("eyestalk")
record NodeProperties(@NotBlank String node) {}

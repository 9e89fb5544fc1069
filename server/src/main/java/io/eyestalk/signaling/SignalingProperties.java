package io.eyestalk.signaling;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What browsers tell the server of each other.
 *
 * @param probeTimeout how long a client that others do not hear any more may take to show that it
 *     lives
 */
@ConfigurationProperties("eyestalk.signaling")
record SignalingProperties(@DefaultValue("2s") Duration probeTimeout) {
    SignalingProperties {
        if (!probeTimeout.isPositive()) {
            throw new IllegalArgumentException("eyestalk.signaling.probe-timeout must be positive");
        }
    }
}

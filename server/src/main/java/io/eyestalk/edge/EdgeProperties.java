package io.eyestalk.edge;

import jakarta.validation.constraints.NotBlank;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.io.Resource;
import org.springframework.validation.annotation.Validated;

/**
 * What stands between the service and the world.
 *
 * @param trustedProxies addresses or CIDR blocks whose {@code Forwarded} or {@code X-Forwarded-For}
 *     and {@code X-Forwarded-Proto} are believed; nobody by default
 * @param frameAncestors who may show pages in a frame, as in CSP: {@code 'self'}, {@code 'none'} or
 *     origins
 * @param publicUrl the address people use, for the line at start-up; found out by default
 * @param certificateAuthority PEM file of an authority of one's own that signed this server's
 *     certificate: handed out at {@code /ca.crt}, and browsers are not told to insist on https
 */
@Validated
@ConfigurationProperties("eyestalk.edge")
record EdgeProperties(
        @DefaultValue List<String> trustedProxies,
        @DefaultValue("'self'") @NotBlank String frameAncestors,
        @DefaultValue("") String publicUrl,
        @Nullable Resource certificateAuthority) {
    static final String CERTIFICATE_AUTHORITY = "eyestalk.edge.certificate-authority";

    EdgeProperties {
        trustedProxies = List.copyOf(trustedProxies);
        if (frameAncestors.contains(";") || frameAncestors.contains(",")) {
            throw new IllegalArgumentException(
                    "eyestalk.edge.frame-ancestors: separate origins by spaces");
        }
    }
}

package io.eyestalk.edge;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The Content-Security-Policy (W3C CSP Level 3) of every page. Everything comes from this host; no
 * inline code, no inline styles.
 */
final class ContentSecurityPolicy {
    private static final Pattern HOST =
            Pattern.compile("[A-Za-z0-9.\\-]+(:\\d+)?|\\[[0-9a-fA-F:.]+](:\\d+)?");

    private final String policy;

    /**
     * A policy.
     *
     * @param frameAncestors the sources that may show pages in a frame
     */
    ContentSecurityPolicy(String frameAncestors) {
        this.policy =
                String.join(
                        "; ",
                        "default-src 'none'",
                        "script-src 'self'",
                        "style-src 'self'",
                        // data: for the small icons of the API page, blob: for snapshots.
                        "img-src 'self' data: blob:",
                        "font-src 'self'",
                        "media-src 'self' blob: mediastream:",
                        "worker-src 'self' blob:",
                        "manifest-src 'self'",
                        "base-uri 'none'",
                        "form-action 'self'",
                        "object-src 'none'",
                        "frame-ancestors " + frameAncestors,
                        "connect-src 'self'");
    }

    /**
     * The header's value for a request to that host. Browsers that do not count WebSockets of the
     * same host as 'self' need them named.
     */
    String forHost(@Nullable String host) {
        if (host == null || !HOST.matcher(host).matches()) {
            return policy;
        }
        return policy + " ws://" + host + " wss://" + host;
    }
}

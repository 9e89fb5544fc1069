package socketio.engine;

import java.net.URI;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which web pages may talk to the server, judged by the {@code Origin} header (RFC 6454). Browsers
 * send it with every WebSocket handshake and every cross-origin request; other clients usually send
 * none, and a request without one is always allowed: the policy protects people in browsers, it is
 * no authentication.
 */
@FunctionalInterface
public interface OriginPolicy {

    /** Whether a page of this origin may connect to the host named by the {@code Host} header. */
    boolean allows(String origin, @Nullable String host);

    /**
     * Whether pages of foreign origins may also read answers, that is, whether CORS headers are
     * sent to an allowed origin. The same-origin policy needs none.
     */
    default boolean grantsCrossOrigin() {
        return true;
    }

    /** Only pages served from the same host and port as the request itself (the default). */
    static OriginPolicy sameOrigin() {
        return new SameOrigin();
    }

    /** Pages of the same host, and pages of exactly these origins ({@code https://example.org}). */
    static OriginPolicy allowing(Collection<String> origins) {
        var allowed = origins.stream().map(OriginPolicy::normalized).collect(Collectors.toSet());
        return new AllowList(Set.copyOf(allowed));
    }

    /** Any page, {@code Origin: null} included. For public services and test fixtures only. */
    static OriginPolicy any() {
        return (origin, host) -> true;
    }

    private static String normalized(String origin) {
        var uri = URI.create(origin);
        if (uri.getScheme() == null || uri.getAuthority() == null) {
            throw new IllegalArgumentException("not an origin: " + origin);
        }
        return (uri.getScheme() + "://" + uri.getAuthority()).toLowerCase(Locale.ROOT);
    }

    /**
     * Compares authorities, not schemes: behind a TLS proxy the scheme of the page is not known.
     */
    record SameOrigin() implements OriginPolicy {
        @Override
        public boolean allows(String origin, @Nullable String host) {
            var authority = origin.substring(origin.indexOf("://") + 3);
            return host != null
                    && origin.contains("://")
                    && withoutDefaultPort(authority).equals(withoutDefaultPort(host));
        }

        @Override
        public boolean grantsCrossOrigin() {
            return false;
        }

        private static String withoutDefaultPort(String authority) {
            return authority.toLowerCase(Locale.ROOT).replaceFirst(":(80|443)$", "");
        }
    }

    /** Same origin, or one of the list. */
    record AllowList(Set<String> origins) implements OriginPolicy {
        @Override
        public boolean allows(String origin, @Nullable String host) {
            return origins.contains(origin.toLowerCase(Locale.ROOT))
                    || new SameOrigin().allows(origin, host);
        }
    }
}

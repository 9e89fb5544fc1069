package io.eyestalk.stats;

import java.time.Duration;
import org.springframework.http.ResponseCookie;

/**
 * The cookie that carries a session's token (RFC 6265bis): for the dashboard only, out of reach of
 * scripts, never sent along by other sites, over TLS only where there is TLS.
 */
final class SessionCookie {
    static final String NAME = "eyestalk-operator";
    static final String PATH = "/dashboard";

    private SessionCookie() {}

    static ResponseCookie of(String token, Duration lifetime, boolean secure) {
        return ResponseCookie.from(NAME, token)
                .path(PATH)
                .httpOnly(true)
                .sameSite("Strict")
                .secure(secure)
                .maxAge(lifetime)
                .build();
    }

    /** Takes the cookie away. */
    static ResponseCookie none(boolean secure) {
        return of("", Duration.ZERO, secure);
    }
}

package io.eyestalk.stats;

import io.eyestalk.shared.ClientAddressResolver;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.server.csrf.CookieServerCsrfTokenRepository;
import org.springframework.security.web.server.csrf.CsrfToken;
import org.springframework.security.web.server.csrf.ServerCsrfTokenRepository;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * The token against forged requests: a cookie that only our own page can read and send back as a
 * header. Over TLS where there is TLS.
 */
@Component
@OnlyWithDashboard
class PageTokens implements ServerCsrfTokenRepository {
    private final ClientAddressResolver clients;
    private final CookieServerCsrfTokenRepository plain = repository(false);
    private final CookieServerCsrfTokenRepository secure = repository(true);

    PageTokens(ClientAddressResolver clients) {
        this.clients = clients;
    }

    @Override
    public Mono<CsrfToken> generateToken(ServerWebExchange exchange) {
        return plain.generateToken(exchange);
    }

    @Override
    public Mono<Void> saveToken(ServerWebExchange exchange, @Nullable CsrfToken token) {
        return (isSecure(exchange) ? secure : plain).saveToken(exchange, token);
    }

    @Override
    public Mono<CsrfToken> loadToken(ServerWebExchange exchange) {
        return plain.loadToken(exchange);
    }

    private boolean isSecure(ServerWebExchange exchange) {
        var request = exchange.getRequest();
        var peer = request.getRemoteAddress();
        return request.getSslInfo() != null
                || (peer != null
                        && peer.getAddress() != null
                        && clients.resolve(
                                        peer.getAddress(),
                                        name -> request.getHeaders().getOrEmpty(name))
                                .secure());
    }

    private static CookieServerCsrfTokenRepository repository(boolean secure) {
        var repository = new CookieServerCsrfTokenRepository();
        repository.setCookieName("eyestalk-page");
        repository.setHeaderName("X-Page-Token");
        repository.setCookieCustomizer(
                cookie ->
                        cookie.path(SessionCookie.PATH)
                                .httpOnly(false)
                                .sameSite("Strict")
                                .secure(secure));
        return repository;
    }
}

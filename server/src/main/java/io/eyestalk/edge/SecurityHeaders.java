package io.eyestalk.edge;

import io.eyestalk.shared.ClientAddressResolver;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Puts the headers on every answer that tell a browser what this page may do: as little as it
 * needs.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class SecurityHeaders implements WebFilter {
    private static final String PERMISSIONS =
            "camera=(self), microphone=(self), display-capture=(self), screen-wake-lock=(self),"
                    + " autoplay=(self), fullscreen=(self), picture-in-picture=(self),"
                    + " speaker-selection=(self), clipboard-write=(self), geolocation=(),"
                    + " payment=(), usb=(), serial=(), hid=(), midi=()";
    private static final String ONE_YEAR = "max-age=31536000";

    private final ContentSecurityPolicy policy;
    private final ClientAddressResolver clients;
    private final String frameOptions;
    private final boolean insistsOnTls;

    SecurityHeaders(EdgeProperties properties, ClientAddressResolver clients) {
        this.policy = new ContentSecurityPolicy(properties.frameAncestors());
        this.clients = clients;
        this.frameOptions = properties.frameAncestors().equals("'none'") ? "DENY" : "SAMEORIGIN";
        // A year of it would lock people out of http://localhost on every port of their machine.
        this.insistsOnTls = properties.certificateAuthority() == null;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        add(exchange.getRequest(), exchange.getResponse().getHeaders());
        return chain.filter(exchange);
    }

    private void add(ServerHttpRequest request, HttpHeaders headers) {
        var host = request.getHeaders().getFirst(HttpHeaders.HOST);
        headers.set("Content-Security-Policy", policy.forHost(host));
        headers.set("Permissions-Policy", PERMISSIONS);
        headers.set("Referrer-Policy", "no-referrer");
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("X-Frame-Options", frameOptions);
        headers.set("Cross-Origin-Opener-Policy", "same-origin");
        headers.set("Cross-Origin-Resource-Policy", "same-origin");
        headers.setCacheControl("no-store");
        if (insistsOnTls && isSecure(request)) {
            headers.set("Strict-Transport-Security", ONE_YEAR);
        }
    }

    private boolean isSecure(ServerHttpRequest request) {
        if (request.getSslInfo() != null) {
            return true;
        }
        var peer = request.getRemoteAddress();
        return peer != null
                && peer.getAddress() != null
                && clients.resolve(peer.getAddress(), name -> request.getHeaders().getOrEmpty(name))
                        .secure();
    }
}

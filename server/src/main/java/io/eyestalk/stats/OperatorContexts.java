package io.eyestalk.stats;

import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.server.context.ServerSecurityContextRepository;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Tells Spring Security who a request is from: the operator, if its cookie opens a session. */
@Component
@OnlyWithDashboard
class OperatorContexts implements ServerSecurityContextRepository, DisposableBean {
    private final OperatorLogin login;
    private final SecurityContext operator;
    private final Scheduler blocking =
            Schedulers.fromExecutorService(Executors.newVirtualThreadPerTaskExecutor());

    OperatorContexts(OperatorLogin login, DashboardProperties properties) {
        this.login = login;
        this.operator =
                new SecurityContextImpl(
                        UsernamePasswordAuthenticationToken.authenticated(
                                properties.username(),
                                null,
                                AuthorityUtils.createAuthorityList("operator")));
    }

    @Override
    public Mono<SecurityContext> load(ServerWebExchange exchange) {
        var cookie = exchange.getRequest().getCookies().getFirst(SessionCookie.NAME);
        if (cookie == null || cookie.getValue().isEmpty()) {
            return Mono.empty();
        }
        return Mono.fromCallable(() -> login.isOpen(cookie.getValue()))
                .subscribeOn(blocking)
                .filter(isOpen -> isOpen)
                .map(isOpen -> operator);
    }

    /** Sessions are opened by the login alone. */
    @Override
    public Mono<Void> save(ServerWebExchange exchange, @Nullable SecurityContext context) {
        return Mono.empty();
    }

    @Override
    public void destroy() {
        blocking.dispose();
    }
}

package io.eyestalk.stats;

import io.eyestalk.shared.BrowserSettings;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.web.server.SecurityWebFiltersOrder;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity.AnonymousSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.HeaderSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.LogoutSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.RequestCacheSpec;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.WebFilterChainProxy;
import org.springframework.security.web.server.csrf.ServerCsrfTokenRequestAttributeHandler;
import org.springframework.security.web.server.firewall.ServerWebExchangeFirewall;
import org.springframework.security.web.server.util.matcher.PathPatternParserServerWebExchangeMatcher;

/** What stands when the dashboard is on: the wall around its numbers. */
@Configuration(proxyBeanMethods = false)
@OnlyWithDashboard
class DashboardConfiguration {
    private static final String API = "/dashboard/api";
    private static final int AFTER_THE_HEADERS = -100;

    DashboardConfiguration() {}

    /** Asks browsers to report how their calls do. */
    @Bean
    BrowserSettings askForReports() {
        return () -> Map.of("reports", true);
    }

    /**
     * Not by {@code @EnableWebFluxSecurity}: its firewall looks at every request of the service and
     * refuses titles of rooms with a slash or a percent sign in them.
     */
    @Bean
    @Order(AFTER_THE_HEADERS)
    WebFilterChainProxy dashboardWall(
            OperatorContexts contexts, PageTokens tokens, Doorman doorman) {
        var wall = new WebFilterChainProxy(chain(contexts, tokens, doorman));
        wall.setFirewall(ServerWebExchangeFirewall.INSECURE_NOOP);
        return wall;
    }

    private static SecurityWebFilterChain chain(
            OperatorContexts contexts, PageTokens tokens, Doorman doorman) {
        return ServerHttpSecurity.http()
                .securityMatcher(new PathPatternParserServerWebExchangeMatcher(API + "/**"))
                .securityContextRepository(contexts)
                .authorizeExchange(
                        paths ->
                                paths.pathMatchers(
                                                API + "/session", API + "/login", API + "/logout")
                                        .permitAll()
                                        .anyExchange()
                                        .authenticated())
                .csrf(
                        csrf ->
                                csrf.csrfTokenRepository(tokens)
                                        .csrfTokenRequestHandler(
                                                new ServerCsrfTokenRequestAttributeHandler())
                                        .accessDeniedHandler(doorman))
                .exceptionHandling(
                        refusals ->
                                refusals.authenticationEntryPoint(doorman)
                                        .accessDeniedHandler(doorman))
                .addFilterAfter(new PageTokenOnEveryAnswer(), SecurityWebFiltersOrder.CSRF)
                .headers(HeaderSpec::disable)
                .logout(LogoutSpec::disable)
                .anonymous(AnonymousSpec::disable)
                .requestCache(RequestCacheSpec::disable)
                .build();
    }
}

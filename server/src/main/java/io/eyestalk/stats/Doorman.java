package io.eyestalk.stats;

import io.eyestalk.shared.ProblemCode;
import java.net.URI;
import java.util.Map;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.server.ServerAuthenticationEntryPoint;
import org.springframework.security.web.server.authorization.ServerAccessDeniedHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Says in the service's own words (RFC 9457) why a request did not get past the security chain. */
@Component
@OnlyWithDashboard
class Doorman implements ServerAuthenticationEntryPoint, ServerAccessDeniedHandler {
    private final JsonMapper json;

    Doorman(JsonMapper json) {
        this.json = json;
    }

    @Override
    public Mono<Void> commence(ServerWebExchange exchange, AuthenticationException nobody) {
        return refuse(exchange, ProblemCode.LOGIN_REQUIRED);
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, AccessDeniedException denied) {
        return refuse(exchange, ProblemCode.REQUEST_REFUSED);
    }

    private Mono<Void> refuse(ServerWebExchange exchange, ProblemCode code) {
        var problem =
                Map.of(
                        "type", URI.create("/problems/" + code.slug()),
                        "title", code.title(),
                        "status", code.status(),
                        "detail", code.title() + ".",
                        "code", code.name());
        var answer = exchange.getResponse();
        answer.setStatusCode(HttpStatusCode.valueOf(code.status()));
        answer.getHeaders().setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        var body = answer.bufferFactory().wrap(json.writeValueAsBytes(problem));
        return answer.writeWith(Mono.just(body));
    }
}

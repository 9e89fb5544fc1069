package io.eyestalk.edge;

import io.eyestalk.shared.ClientAddress;
import io.eyestalk.shared.ClientAddressResolver;
import io.eyestalk.shared.ClientAddressResolver.Origin;
import io.eyestalk.shared.RejectedException;
import java.time.Duration;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.BindingContext;
import org.springframework.web.reactive.result.method.SyncHandlerMethodArgumentResolver;
import org.springframework.web.server.ServerWebExchange;

/** Lets a controller method ask for a {@link ClientAddress}, or for the whole {@link Origin}. */
@Component
class ClientAddressArgument implements SyncHandlerMethodArgumentResolver {
    private final ClientAddressResolver clients;

    ClientAddressArgument(ClientAddressResolver clients) {
        this.clients = clients;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        var type = parameter.getParameterType();
        return type == ClientAddress.class || type == Origin.class;
    }

    @Override
    public Object resolveArgumentValue(
            MethodParameter parameter, BindingContext context, ServerWebExchange exchange) {
        var request = exchange.getRequest();
        var peer = request.getRemoteAddress();
        if (peer == null || peer.getAddress() == null) {
            // The connection is gone already, so nobody reads this.
            throw RejectedException.unavailable("The client is gone.", Duration.ofSeconds(1));
        }
        var told =
                clients.resolve(peer.getAddress(), name -> request.getHeaders().getOrEmpty(name));
        var origin = new Origin(told.address(), told.secure() || request.getSslInfo() != null);
        return parameter.getParameterType() == Origin.class ? origin : origin.address();
    }
}

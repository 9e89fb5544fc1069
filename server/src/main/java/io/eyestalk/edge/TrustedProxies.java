package io.eyestalk.edge;

import io.eyestalk.shared.ClientAddress;
import io.eyestalk.shared.ClientAddressResolver;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/**
 * Finds the client behind proxies. Walks from the peer towards the client as long as each step is a
 * proxy the operator trusts: whatever stands beyond was written by somebody we do not know.
 */
@Component
class TrustedProxies implements ClientAddressResolver {
    private final List<AddressRange> trusted;

    TrustedProxies(EdgeProperties properties) {
        this.trusted = properties.trustedProxies().stream().map(AddressRange::parse).toList();
    }

    @Override
    public Origin resolve(InetAddress peer, Function<String, List<String>> headers) {
        if (!isTrusted(peer)) {
            return new Origin(ClientAddress.of(peer), false);
        }
        var forwarded = headers.apply("Forwarded");
        var byForwarded = walk(peer, ForwardedHeader.ofForwarded(forwarded));
        var byList = walk(peer, ForwardedHeader.ofList(headers.apply("X-Forwarded-For")));
        return new Origin(
                ClientAddress.of(agreed(peer, byForwarded, byList)),
                isSecure(forwarded, headers.apply("X-Forwarded-Proto")));
    }

    /**
     * A proxy writes one of the two headers and may pass on the other as the client sent it. Where
     * both are there and differ, neither is believed, and the request counts as the proxy's own.
     */
    private static InetAddress agreed(
            InetAddress peer, Optional<InetAddress> byForwarded, Optional<InetAddress> byList) {
        if (byForwarded.isPresent() && byList.isPresent()) {
            return byForwarded.equals(byList) ? byList.get() : peer;
        }
        return byForwarded.or(() -> byList).orElse(peer);
    }

    /** Where the steps lead; nothing when there are none. */
    private Optional<InetAddress> walk(InetAddress peer, List<ForwardedHeader.Hop> hops) {
        if (hops.isEmpty()) {
            return Optional.empty();
        }
        var client = peer;
        for (var hop : hops.reversed()) {
            if (!isTrusted(client) || hop.address().isEmpty()) {
                break;
            }
            client = hop.address().get();
        }
        return Optional.of(client);
    }

    /** What the nearest proxy says of its own client side. */
    private static boolean isSecure(List<String> forwarded, List<String> protos) {
        var proto =
                forwarded.isEmpty()
                        ? String.join(",", protos)
                        : ForwardedHeader.ofForwarded(forwarded).getLast().proto();
        var last = proto.substring(proto.lastIndexOf(',') + 1).strip();
        return last.equalsIgnoreCase("https") || last.equalsIgnoreCase("wss");
    }

    private boolean isTrusted(InetAddress address) {
        return trusted.stream().anyMatch(range -> range.contains(address));
    }
}

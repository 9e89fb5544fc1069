package io.eyestalk.shared;

import java.net.InetAddress;
import java.util.List;
import java.util.function.Function;

/** Tells who a request is from, also behind proxies that the operator trusts. */
@FunctionalInterface
public interface ClientAddressResolver {
    /**
     * The client behind a request.
     *
     * @param peer the other end of the TCP connection
     * @param headers all values of the header of the given name (case-insensitive), in order
     */
    Origin resolve(InetAddress peer, Function<String, List<String>> headers);

    /**
     * Who a request is from.
     *
     * @param address the client as limits count it
     * @param secure whether the client came over TLS, as far as a trusted proxy or, in a
     *     controller, the connection tells
     */
    record Origin(ClientAddress address, boolean secure) {}
}

package io.eyestalk.shared;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/**
 * Where a request comes from, as rate limits count it: an IPv4 address, or the /64 prefix of an
 * IPv6 address (RFC 6177: one site has at least that much to pick addresses from).
 */
public record ClientAddress(String value) {
    private static final int PREFIX_BYTES = 8;

    /** The address that stands for the given one. */
    public static ClientAddress of(InetAddress address) {
        if (!(address instanceof Inet6Address)) {
            return new ClientAddress(address.getHostAddress());
        }
        var prefix = Arrays.copyOf(Arrays.copyOf(address.getAddress(), PREFIX_BYTES), 16);
        try {
            return new ClientAddress(InetAddress.getByAddress(prefix).getHostAddress() + "/64");
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException("16 bytes are an IPv6 address", impossible);
        }
    }

    /** Only the first part, so that logs hold no full addresses. */
    @Override
    public String toString() {
        var cut = value.indexOf(value.contains(":") ? ':' : '.');
        return cut < 0 ? "***" : value.substring(0, cut + 1) + "***";
    }
}

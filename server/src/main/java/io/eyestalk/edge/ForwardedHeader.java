package io.eyestalk.edge;

import java.net.InetAddress;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads what proxies write about the client. Pure; anything odd becomes an unknown hop. */
final class ForwardedHeader {
    private ForwardedHeader() {}

    /**
     * One step of the way.
     *
     * @param address empty when the proxy hid it or wrote nonsense
     * @param proto the scheme of that step in lower case, or empty
     */
    record Hop(Optional<InetAddress> address, String proto) {}

    /** The steps of {@code Forwarded} (RFC 7239), the client first. */
    static List<Hop> ofForwarded(List<String> headers) {
        return elements(headers).map(ForwardedHeader::hop).toList();
    }

    /** The steps of {@code X-Forwarded-For}, the client first. */
    static List<Hop> ofList(List<String> headers) {
        return elements(headers).map(element -> new Hop(address(element.strip()), "")).toList();
    }

    private static Stream<String> elements(List<String> headers) {
        return headers.stream().flatMap(header -> Stream.of(header.split(",", -1)));
    }

    private static Hop hop(String element) {
        Optional<InetAddress> address = Optional.empty();
        var proto = "";
        for (var pair : element.split(";", -1)) {
            var equals = pair.indexOf('=');
            if (equals < 0) {
                continue;
            }
            var name = pair.substring(0, equals).strip().toLowerCase(Locale.ROOT);
            var value = unquoted(pair.substring(equals + 1).strip());
            switch (name) {
                case "for" -> address = address(value);
                case "proto" -> proto = value.toLowerCase(Locale.ROOT);
                default -> {}
            }
        }
        return new Hop(address, proto);
    }

    private static String unquoted(String value) {
        return value.length() >= 2 && value.startsWith("\"") && value.endsWith("\"")
                ? value.substring(1, value.length() - 1)
                : value;
    }

    /** An address with or without brackets and port; never a name, never a lookup. */
    private static Optional<InetAddress> address(String text) {
        try {
            return Optional.of(InetAddress.ofLiteral(withoutPort(text)));
        } catch (IllegalArgumentException notAnAddress) {
            return Optional.empty();
        }
    }

    private static String withoutPort(String text) {
        if (text.startsWith("[")) {
            var end = text.indexOf(']');
            return end < 0 ? text : text.substring(1, end);
        }
        var colon = text.indexOf(':');
        return colon >= 0 && colon == text.lastIndexOf(':') ? text.substring(0, colon) : text;
    }
}

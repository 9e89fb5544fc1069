package io.eyestalk.edge;

import java.net.InetAddress;

/** A CIDR block (RFC 4632, RFC 4291), such as {@code 10.0.0.0/8} or {@code ::1}. */
record AddressRange(InetAddress base, int prefix) {
    AddressRange {
        if (prefix < 0 || prefix > base.getAddress().length * 8) {
            throw new IllegalArgumentException("no such prefix length: " + prefix);
        }
    }

    /** Reads an address, or an address and a prefix length; fails on anything else. */
    static AddressRange parse(String text) {
        var slash = text.indexOf('/');
        var base = InetAddress.ofLiteral(slash < 0 ? text : text.substring(0, slash));
        var prefix =
                slash < 0
                        ? base.getAddress().length * 8
                        : Integer.parseInt(text.substring(slash + 1));
        return new AddressRange(base, prefix);
    }

    boolean contains(InetAddress address) {
        var ours = base.getAddress();
        var theirs = address.getAddress();
        if (ours.length != theirs.length) {
            return false;
        }
        for (var bit = 0; bit < prefix; bit++) {
            var mask = 0x80 >> (bit % 8);
            if ((ours[bit / 8] & mask) != (theirs[bit / 8] & mask)) {
                return false;
            }
        }
        return true;
    }
}

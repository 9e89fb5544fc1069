package io.eyestalk.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import org.junit.jupiter.api.Test;

class ClientAddressTest {
    @Test
    void addressesOfOneIpv6SiteCountAsOne() {
        var one = ClientAddress.of(InetAddress.ofLiteral("2001:db8:1:2::1"));
        var other = ClientAddress.of(InetAddress.ofLiteral("2001:db8:1:2:ffff::9"));
        var elsewhere = ClientAddress.of(InetAddress.ofLiteral("2001:db8:1:3::1"));

        assertThat(one).isEqualTo(other).isNotEqualTo(elsewhere);
    }

    @Test
    void anIpv4AddressInIpv6FormIsTheSameAddress() {
        var mapped = ClientAddress.of(InetAddress.ofLiteral("::ffff:192.0.2.7"));

        assertThat(mapped).isEqualTo(ClientAddress.of(InetAddress.ofLiteral("192.0.2.7")));
    }

    @Test
    void logsSeeOnlyTheFirstPart() {
        assertThat(ClientAddress.of(InetAddress.ofLiteral("192.0.2.7"))).hasToString("192.***");
        assertThat(ClientAddress.of(InetAddress.ofLiteral("2001:db8::1"))).hasToString("2001:***");
    }
}

package io.eyestalk.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrustedProxiesTest {
    private static final String FORWARDED = "Forwarded";
    private static final String LIST = "X-Forwarded-For";
    private static final String PROXY = "10.0.0.2";

    private final TrustedProxies proxies =
            new TrustedProxies(
                    new EdgeProperties(List.of("10.0.0.0/8", "2001:db8::/32"), "'self'", "", null));

    @Test
    void aStrangersHeadersAreNotBelieved() {
        var headers = Map.of(LIST, "192.0.2.9", "X-Forwarded-Proto", "https");

        assertThat(clientOf("203.0.113.5", headers)).isEqualTo("203.0.113.5");
        assertThat(isSecure("203.0.113.5", headers)).isFalse();
    }

    @Test
    void aTrustedProxyNamesTheClient() {
        assertThat(clientOf(PROXY, Map.of(LIST, "192.0.2.9"))).isEqualTo("192.0.2.9");
        assertThat(clientOf(PROXY, Map.of(FORWARDED, "for=192.0.2.9;proto=https")))
                .isEqualTo("192.0.2.9");
    }

    @Test
    void whatTheClientWroteBeforeTheProxyIsNotBelieved() {
        assertThat(clientOf(PROXY, Map.of(LIST, "1.1.1.1, 192.0.2.9"))).isEqualTo("192.0.2.9");
        assertThat(clientOf(PROXY, Map.of(FORWARDED, "for=1.1.1.1, for=192.0.2.9")))
                .isEqualTo("192.0.2.9");
    }

    @Test
    void severalTrustedProxiesAreWalkedThrough() {
        assertThat(clientOf(PROXY, Map.of(LIST, "1.1.1.1, 192.0.2.9, 10.1.1.1")))
                .isEqualTo("192.0.2.9");
    }

    @Test
    void aHeaderTheProxyPassesOnFromTheClientCannotShiftTheAddress() {
        var both = Map.of(LIST, "192.0.2.9", FORWARDED, "for=1.1.1.1");

        assertThat(clientOf(PROXY, both)).isEqualTo(PROXY);
    }

    @Test
    void bothHeadersAreFineWhenTheyAgree() {
        var both = Map.of(LIST, "192.0.2.9", FORWARDED, "for=192.0.2.9");

        assertThat(clientOf(PROXY, both)).isEqualTo("192.0.2.9");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "for=\"[2001:db9::1]:4711\" | 2001:db9:0:0:0:0:0:0/64",
                "For=192.0.2.9:80           | 192.0.2.9",
                "by=10.0.0.2;for=192.0.2.9  | 192.0.2.9",
                "for=unknown                | 10.0.0.2",
                "for=_hidden                | 10.0.0.2",
                "for=example.org            | 10.0.0.2",
                "nonsense                   | 10.0.0.2",
            })
    void forwardedIsReadAsRfc7239SaysOrNotAtAll(String header, String client) {
        assertThat(clientOf(PROXY, Map.of(FORWARDED, header))).isEqualTo(client);
    }

    @Test
    void theProxyTellsWhetherTheClientCameOverTls() {
        assertThat(isSecure(PROXY, Map.of("X-Forwarded-Proto", "https"))).isTrue();
        assertThat(isSecure(PROXY, Map.of("X-Forwarded-Proto", "http"))).isFalse();
        assertThat(isSecure(PROXY, Map.of(FORWARDED, "for=192.0.2.9;proto=https"))).isTrue();
        assertThat(isSecure(PROXY, Map.of())).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/8,10.255.255.255,true",
        "10.0.0.0/8,11.0.0.0,false",
        "192.0.2.7,192.0.2.7,true",
        "192.0.2.7,192.0.2.8,false",
        "2001:db8::/32,2001:db8:ffff::1,true",
        "2001:db8::/32,2001:db9::1,false",
        "0.0.0.0/0,203.0.113.1,true",
        "0.0.0.0/0,::1,false",
        "192.0.2.128/25,192.0.2.127,false",
    })
    void aRangeHoldsTheAddressesOfItsPrefix(String range, String address, boolean contains) {
        assertThat(AddressRange.parse(range).contains(InetAddress.ofLiteral(address)))
                .isEqualTo(contains);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "example.org", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/x", "::/129"})
    void nonsenseInTheConfigurationFails(String range) {
        assertThatIllegalArgumentException().isThrownBy(() -> AddressRange.parse(range));
    }

    private String clientOf(String peer, Map<String, String> headers) {
        return proxies.resolve(InetAddress.ofLiteral(peer), name -> values(headers, name))
                .address()
                .value();
    }

    private boolean isSecure(String peer, Map<String, String> headers) {
        return proxies.resolve(InetAddress.ofLiteral(peer), name -> values(headers, name)).secure();
    }

    private static List<String> values(Map<String, String> headers, String name) {
        var value = headers.get(name);
        return value == null ? List.of() : List.of(value);
    }
}

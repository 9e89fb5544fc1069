package io.eyestalk.turn;

import static org.assertj.core.api.Assertions.assertThat;

import io.eyestalk.shared.Secret;
import io.eyestalk.turn.TurnProperties.Order;
import io.eyestalk.turn.TurnProperties.Server;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class IceAddressesTest {
    @Test
    void tellsAddressesAndNeitherNamesNorPasswords() {
        var relay = new Server(List.of("turn:a:1?transport=udp", "turns:a:443"), "", null);
        var addresses = new IceAddresses(properties(List.of("stun:a:1"), List.of(relay)));

        var told = addresses.forBrowsers();

        assertThat(told)
                .isEqualTo(
                        Map.of(
                                "iceUrls",
                                List.of("stun:a:1", "turn:a:1?transport=udp", "turns:a:443")));
    }

    @Test
    void tellsAnEmptyListWhereNothingIsConfigured() {
        var told = new IceAddresses(properties(List.of(), List.of())).forBrowsers();

        assertThat(told).isEqualTo(Map.of("iceUrls", List.of()));
    }

    private static TurnProperties properties(List<String> stun, List<Server> servers) {
        var secret = new Secret("s");
        return new TurnProperties(stun, servers, secret, Duration.ofMinutes(10), Order.LISTED, "");
    }
}

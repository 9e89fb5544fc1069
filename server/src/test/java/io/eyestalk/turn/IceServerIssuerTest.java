package io.eyestalk.turn;

import static org.assertj.core.api.Assertions.assertThat;

import io.eyestalk.shared.MemberId;
import io.eyestalk.shared.Secret;
import io.eyestalk.turn.TurnProperties.Order;
import io.eyestalk.turn.TurnProperties.Server;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class IceServerIssuerTest {
    private static final MemberId MEMBER = new MemberId("m1");
    private static final Clock CLOCK =
            Clock.fixed(Instant.ofEpochSecond(1_000_000), ZoneOffset.UTC);

    @Test
    void namesNoServerWhenNoneIsConfigured() {
        var issued = issuer(List.of(), List.of(), Order.LISTED).issue(MEMBER);

        assertThat(issued.servers()).isEmpty();
        assertThat(issued.lifetime()).isEmpty();
    }

    @Test
    void givesStunWithoutCredentials() {
        var issued = issuer(List.of("stun:a:1", "stun:b:2"), List.of(), Order.LISTED).issue(MEMBER);

        assertThat(issued.servers())
                .containsExactly(new IceServer(List.of("stun:a:1", "stun:b:2"), null, null));
        assertThat(issued.lifetime()).isEmpty();
    }

    @Test
    void givesEachTurnServerACredentialOfThisMember() {
        var two = List.of(server("a", "", "own"), server("b", "", null));

        var issued = issuer(List.of(), two, Order.LISTED).issue(MEMBER);

        var end = Instant.ofEpochSecond(1_000_600);
        var own = TurnCredential.until(end, "m1", new Secret("own"));
        var common = TurnCredential.until(end, "m1", new Secret("common"));
        assertThat(issued.servers())
                .containsExactly(
                        new IceServer(two.get(0).urls(), own.username(), own.password()),
                        new IceServer(two.get(1).urls(), common.username(), common.password()));
        assertThat(issued.lifetime()).contains(Duration.ofMinutes(10));
    }

    @Test
    void namesServersOfItsRegionFirst() {
        var servers =
                List.of(server("a", "us", null), server("b", "eu", null), server("c", "us", null));

        var issued = issuer(List.of(), servers, Order.REGION).issue(MEMBER);

        assertThat(hosts(issued)).containsExactly("b", "a", "c");
    }

    @Test
    void spreadsMembersOverServers() {
        var servers = IntStream.range(0, 8).mapToObj(i -> server("s" + i, "", null)).toList();
        var issuer = issuer(List.of(), servers, Order.RANDOM);

        var firsts =
                IntStream.range(0, 200)
                        .mapToObj(_ -> hosts(issuer.issue(MEMBER)).getFirst())
                        .distinct();

        assertThat(firsts).hasSize(8);
    }

    private static List<String> hosts(IceServers issued) {
        return issued.servers().stream()
                .map(server -> server.urls().getFirst().split(":", -1)[1])
                .toList();
    }

    private static Server server(String host, String region, @Nullable String secret) {
        var urls = List.of("turn:" + host + ":3478?transport=udp", "turns:" + host + ":443");
        return new Server(urls, region, secret == null ? null : new Secret(secret));
    }

    private static IceServerIssuer issuer(List<String> stun, List<Server> servers, Order order) {
        var properties =
                new TurnProperties(
                        stun, servers, new Secret("common"), Duration.ofMinutes(10), order, "eu");
        return new IceServerIssuer(properties, CLOCK, new Random(7));
    }
}

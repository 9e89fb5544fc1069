package io.eyestalk.turn;

import io.eyestalk.shared.Secret;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The STUN and TURN servers that browsers of members are told. None are needed on one network.
 *
 * @param stun URLs ({@code stun:host:port}, RFC 7064)
 * @param servers TURN servers
 * @param secret shared with those TURN servers that have none of their own (coturn's {@code
 *     static-auth-secret})
 * @param lifetime of a credential; new ones come over the socket at half of it
 * @param order in which browsers get the TURN servers
 * @param region where this node stands: with {@code order=region} servers there come first
 */
@Validated
@ConfigurationProperties("eyestalk.turn")
record TurnProperties(
        @DefaultValue List<@Pattern(regexp = "stuns?:\\S+") String> stun,
        @DefaultValue List<@Valid Server> servers,
        @Nullable Secret secret,
        @DefaultValue("10m") @NotNull Duration lifetime,
        @DefaultValue("listed") @NotNull Order order,
        @DefaultValue("") String region) {

    TurnProperties {
        stun = List.copyOf(stun);
        servers = List.copyOf(servers);
    }

    /** In which order a browser gets the servers. */
    enum Order {
        /** As they stand in the configuration. */
        LISTED,
        /** Those of this node's region first. */
        REGION,
        /** Another one for each member, so that load spreads. */
        RANDOM
    }

    /**
     * One TURN server.
     *
     * @param urls the ways to reach it, for UDP, TCP and TLS (RFC 7065)
     * @param secret shared with this server; null for the common one
     */
    record Server(
            @NotEmpty List<@Pattern(regexp = "turns?:\\S+") String> urls,
            @DefaultValue("") String region,
            @Nullable Secret secret) {}

    @AssertTrue(message = "eyestalk.turn.secret, or one for each server, is missing") boolean isEachServerWithSecret() {
        return secret != null || servers.stream().allMatch(server -> server.secret() != null);
    }

    /** A credential must outlive the way to the browser and a call's set-up by far. */
    @AssertTrue(message = "eyestalk.turn.lifetime must be at least 10 seconds") boolean isLifetimeLongEnough() {
        return lifetime.compareTo(Duration.ofSeconds(10)) >= 0;
    }

    @AssertTrue(message = "eyestalk.turn.order=region needs eyestalk.turn.region") boolean isRegionKnown() {
        return order != Order.REGION || !region.isEmpty();
    }

    Secret secretOf(Server server) {
        var own = server.secret() == null ? secret : server.secret();
        if (own == null) {
            throw new IllegalStateException("checked at start-up");
        }
        return own;
    }
}

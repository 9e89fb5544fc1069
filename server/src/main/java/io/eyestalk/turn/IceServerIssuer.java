package io.eyestalk.turn;

import io.eyestalk.shared.MemberId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Service;

/** Tells a member's browser which STUN and TURN servers it may use, for a limited time. */
@Service
public class IceServerIssuer {
    private final TurnProperties properties;
    private final Clock clock;
    private final RandomGenerator random;

    @Autowired
    IceServerIssuer(TurnProperties properties, Clock clock) {
        this(properties, clock, RandomGenerator.getDefault());
    }

    IceServerIssuer(TurnProperties properties, Clock clock, RandomGenerator random) {
        this.properties = properties;
        this.clock = clock;
        this.random = random;
    }

    /** The servers for this member. Credentials are theirs alone and end by themselves. */
    public IceServers issue(MemberId member) {
        var end = clock.instant().plus(properties.lifetime());
        var servers = new ArrayList<IceServer>();
        if (!properties.stun().isEmpty()) {
            servers.add(new IceServer(properties.stun(), null, null));
        }
        inOrder().forEach(server -> servers.add(withCredential(server, member, end)));
        return new IceServers(servers, lifetime());
    }

    /** How long credentials live; empty when there is no TURN server. */
    public Optional<Duration> lifetime() {
        return properties.servers().isEmpty()
                ? Optional.empty()
                : Optional.of(properties.lifetime());
    }

    private IceServer withCredential(TurnProperties.Server server, MemberId member, Instant end) {
        var credential = TurnCredential.until(end, member.value(), properties.secretOf(server));
        return new IceServer(server.urls(), credential.username(), credential.password());
    }

    private List<TurnProperties.Server> inOrder() {
        var servers = new ArrayList<>(properties.servers());
        switch (properties.order()) {
            case LISTED -> {}
            case RANDOM -> Collections.shuffle(servers, random);
            case REGION -> servers.sort(Comparator.comparing(this::isElsewhere));
        }
        return servers;
    }

    private boolean isElsewhere(TurnProperties.Server server) {
        return !server.region().equals(properties.region());
    }
}

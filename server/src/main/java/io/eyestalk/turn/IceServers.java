package io.eyestalk.turn;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The servers one member may use.
 *
 * @param lifetime of the credentials from now on; empty when there are none
 */
public record IceServers(List<IceServer> servers, Optional<Duration> lifetime) {
    public IceServers {
        servers = List.copyOf(servers);
    }
}

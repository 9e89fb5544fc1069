package io.eyestalk.realtime;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;
import socketio.engine.Transport;

/**
 * How clients connect.
 *
 * @param allowedOrigins pages of other hosts that may connect ({@code https://example.org}); pages
 *     of this host always may
 * @param transports polling and websocket, or only one of them
 * @param pingInterval between two pings to one client
 * @param pingTimeout how long a pong may take before the connection counts as lost
 * @param maxMessage of one message; larger ones end the connection
 * @param connectionsPerAddress open at once from one IPv4 address or IPv6 /64; 0 for no limit
 * @param waitingEvents of one connection that may wait for their turn
 * @param drain how long a server that goes down waits for clients to go
 */
@Validated
@ConfigurationProperties("eyestalk.realtime")
record RealtimeProperties(
        @DefaultValue List<String> allowedOrigins,
        @DefaultValue({"polling", "websocket"}) @NotEmpty Set<Transport> transports,
        @DefaultValue("10s") @NotNull Duration pingInterval,
        @DefaultValue("5s") @NotNull Duration pingTimeout,
        @DefaultValue("64KB") @NotNull DataSize maxMessage,
        @DefaultValue("1000") @Min(0) int connectionsPerAddress,
        @DefaultValue("256") @Min(1) int waitingEvents,
        @DefaultValue("5s") @NotNull Duration drain) {

    @AssertTrue(message = "eyestalk.realtime: durations and sizes must be positive") boolean isPositive() {
        return pingInterval.isPositive()
                && pingTimeout.isPositive()
                && !drain.isNegative()
                && maxMessage.toBytes() > 0
                && maxMessage.toBytes() <= Integer.MAX_VALUE;
    }
}

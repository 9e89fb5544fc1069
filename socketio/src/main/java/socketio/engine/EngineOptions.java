package socketio.engine;

import java.time.Duration;
import java.util.Set;

/**
 * How an Engine.IO server behaves. {@link #builder} has the defaults.
 *
 * @param path where requests are taken, beginning and ending with a slash
 * @param pingInterval between two pings to one client
 * @param pingTimeout how long a pong may take
 * @param maxPayload bytes of one request body or one message
 * @param transports at least one
 * @param origins which web pages may connect
 * @param clientAddress who counts as the client of a request
 * @param connectionsPerAddress sessions of one IPv4 address or IPv6 /64 network; 0 for no limit
 * @param messagesPerSecond what one session may send in the long run; 0 for no limit
 * @param messageBurst what one session may send at once
 * @param outgoingBound bytes that may wait for one client before it is closed
 * @param requestTimeout how long a request body may take to arrive, and an upgrade to finish
 */
public record EngineOptions(
        String path,
        Duration pingInterval,
        Duration pingTimeout,
        int maxPayload,
        Set<Transport> transports,
        OriginPolicy origins,
        ClientAddress clientAddress,
        int connectionsPerAddress,
        int messagesPerSecond,
        int messageBurst,
        int outgoingBound,
        Duration requestTimeout) {

    public EngineOptions {
        transports = Set.copyOf(transports);
        require(path.startsWith("/") && path.endsWith("/"), "path begins and ends with a slash");
        require(isPositive(pingInterval), "pingInterval is positive");
        require(isPositive(pingTimeout), "pingTimeout is positive");
        require(isPositive(requestTimeout), "requestTimeout is positive");
        require(maxPayload > 0, "maxPayload is positive");
        require(!transports.isEmpty(), "there is a transport");
        require(connectionsPerAddress >= 0, "connectionsPerAddress is not negative");
        require(messagesPerSecond >= 0, "messagesPerSecond is not negative");
        require(messageBurst >= messagesPerSecond, "messageBurst covers one second");
        require(outgoingBound > 0, "outgoingBound is positive");
    }

    public static Builder builder() {
        return new Builder();
    }

    private static boolean isPositive(Duration duration) {
        return duration.toMillis() > 0;
    }

    private static void require(boolean holds, String rule) {
        if (!holds) {
            throw new IllegalArgumentException("Engine.IO option out of range: " + rule);
        }
    }

    /** Collects options; {@link #build} checks them. */
    public static final class Builder {
        private String path = "/engine.io/";
        private Duration pingInterval = Duration.ofSeconds(25);
        private Duration pingTimeout = Duration.ofSeconds(20);
        private int maxPayload = 64 * 1024;
        private Set<Transport> transports = Set.of(Transport.values());
        private OriginPolicy origins = OriginPolicy.sameOrigin();
        private ClientAddress clientAddress = ClientAddress.peer();
        private int connectionsPerAddress = 1_000;
        private int messagesPerSecond = 100;
        private int messageBurst = 300;
        private int outgoingBound = 4 * 1024 * 1024;
        private Duration requestTimeout = Duration.ofSeconds(10);

        private Builder() {}

        /** A missing slash at either end is added. */
        public Builder path(String value) {
            var start = value.startsWith("/") ? value : "/" + value;
            path = start.endsWith("/") ? start : start + "/";
            return this;
        }

        public Builder pingInterval(Duration value) {
            pingInterval = value;
            return this;
        }

        public Builder pingTimeout(Duration value) {
            pingTimeout = value;
            return this;
        }

        public Builder maxPayload(int bytes) {
            maxPayload = bytes;
            return this;
        }

        public Builder transports(Transport... values) {
            transports = Set.of(values);
            return this;
        }

        public Builder origins(OriginPolicy value) {
            origins = value;
            return this;
        }

        public Builder clientAddress(ClientAddress value) {
            clientAddress = value;
            return this;
        }

        public Builder connectionsPerAddress(int value) {
            connectionsPerAddress = value;
            return this;
        }

        /** A token bucket: so many per second, and so many at once after a quiet time. */
        public Builder messageRate(int perSecond, int burst) {
            messagesPerSecond = perSecond;
            messageBurst = burst;
            return this;
        }

        public Builder unlimitedMessages() {
            return messageRate(0, 0);
        }

        public Builder outgoingBound(int bytes) {
            outgoingBound = bytes;
            return this;
        }

        public Builder requestTimeout(Duration value) {
            requestTimeout = value;
            return this;
        }

        /**
         * Checks and gives the options.
         *
         * @throws IllegalArgumentException if an option is out of range
         */
        public EngineOptions build() {
            return new EngineOptions(
                    path,
                    pingInterval,
                    pingTimeout,
                    maxPayload,
                    transports,
                    origins,
                    clientAddress,
                    connectionsPerAddress,
                    messagesPerSecond,
                    messageBurst,
                    outgoingBound,
                    requestTimeout);
        }
    }
}

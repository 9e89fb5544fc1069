package socketio.engine;

import org.jspecify.annotations.Nullable;

/** The two ways an Engine.IO session travels, by the name used in the {@code transport} query. */
public enum Transport {
    POLLING("polling"),
    WEBSOCKET("websocket");

    private final String wire;

    Transport(String wire) {
        this.wire = wire;
    }

    /** The value of the {@code transport} query parameter. */
    public String wire() {
        return wire;
    }

    static @Nullable Transport of(@Nullable String wire) {
        for (var transport : values()) {
            if (transport.wire.equals(wire)) {
                return transport;
            }
        }
        return null;
    }
}

package io.eyestalk.signaling;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.eyestalk.turn.IceServer;
import io.eyestalk.turn.IceServers;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** New credentials before the old ones end; lifetime in seconds. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record IceServersBody(
        @JsonProperty("ice_servers") List<IceServer> iceServers,
        @JsonProperty("ice_ttl") @Nullable Long iceTtl) {
    static IceServersBody of(IceServers issued) {
        return new IceServersBody(issued.servers(), seconds(issued));
    }

    static @Nullable Long seconds(IceServers issued) {
        return issued.lifetime().map(Duration::toSeconds).orElse(null);
    }
}

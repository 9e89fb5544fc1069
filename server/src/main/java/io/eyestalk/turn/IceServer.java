package io.eyestalk.turn;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One entry of {@code RTCConfiguration.iceServers} (W3C WebRTC, section 4.2.4). */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record IceServer(List<String> urls, @Nullable String username, @Nullable String credential) {
    public IceServer {
        urls = List.copyOf(urls);
    }

    /** Without the credential. */
    @Override
    public String toString() {
        return "IceServer" + urls;
    }
}

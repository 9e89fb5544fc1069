package io.eyestalk.turn;

import io.eyestalk.shared.BrowserSettings;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Tells browsers where STUN and TURN servers are, for the connection check. Addresses only: what
 * lets a browser use them is for members (docs/adr/0012).
 */
@Component
final class IceAddresses implements BrowserSettings {
    private final List<String> urls;

    IceAddresses(TurnProperties properties) {
        var relays = properties.servers().stream().flatMap(server -> server.urls().stream());
        this.urls = Stream.concat(properties.stun().stream(), relays).distinct().toList();
    }

    @Override
    public Map<String, List<String>> forBrowsers() {
        return Map.of("iceUrls", urls);
    }
}

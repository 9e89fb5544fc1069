package io.eyestalk.realtime;

import io.eyestalk.shared.BrowserSettings;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import socketio.engine.Transport;

/** Tells browsers which transports this installation takes. */
@Component
final class TransportSettings implements BrowserSettings {
    private final List<String> transports;

    TransportSettings(RealtimeProperties properties) {
        this.transports = properties.transports().stream().sorted().map(Transport::wire).toList();
    }

    @Override
    public Map<String, List<String>> forBrowsers() {
        return Map.of("transports", transports);
    }
}

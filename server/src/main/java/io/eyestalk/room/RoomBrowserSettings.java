package io.eyestalk.room;

import io.eyestalk.shared.BrowserSettings;
import java.util.Map;
import org.springframework.stereotype.Component;

/** How large rooms may be, for the form that creates one. */
@Component
class RoomBrowserSettings implements BrowserSettings {
    private final RoomProperties properties;

    RoomBrowserSettings(RoomProperties properties) {
        this.properties = properties;
    }

    @Override
    public Map<String, ?> forBrowsers() {
        return Map.of(
                "maxCapacity", properties.maxCapacity(),
                "defaultCapacity", properties.defaultCapacity());
    }
}

package io.eyestalk.edge;

import io.eyestalk.shared.BrowserSettings;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What browsers have to know of this installation, at run time and not from their bundle. */
@Tag(name = "Configuration")
@RestController
class ClientConfigController {
    private final Map<String, Object> settings = new TreeMap<>();

    ClientConfigController(List<BrowserSettings> parts, ObjectProvider<BuildProperties> build) {
        parts.forEach(part -> settings.putAll(part.forBrowsers()));
        var properties = build.getIfAvailable();
        var version = properties == null ? null : properties.getVersion();
        settings.put("version", version == null ? "development" : version);
    }

    @Operation(
            summary = "Configuration for browsers",
            description = "Sizes of rooms, transports of Socket.IO and the version. No secrets.")
    @ApiResponse(responseCode = "200", description = "The configuration.")
    @GetMapping("/api/config")
    Map<String, Object> config() {
        return settings;
    }
}

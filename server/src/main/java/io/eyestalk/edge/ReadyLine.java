package io.eyestalk.edge;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.Ssl;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.boot.web.server.reactive.context.ReactiveWebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Says where to go once everything is ready. */
@Component
class ReadyLine {
    private static final Logger log = LoggerFactory.getLogger(ReadyLine.class);

    private final EdgeProperties properties;
    private final String scheme;

    ReadyLine(EdgeProperties properties, ServerProperties server) {
        this.properties = properties;
        this.scheme = Ssl.isEnabled(server.getSsl()) ? "https" : "http";
    }

    @EventListener
    void on(ApplicationReadyEvent event) {
        if (event.getApplicationContext() instanceof ReactiveWebServerApplicationContext context
                && context.getWebServer() != null) {
            log.info("EyesTalk is ready at {}", address(context.getWebServer().getPort()));
        }
    }

    private String address(int port) {
        return properties.publicUrl().isBlank()
                ? scheme + "://localhost:" + port
                : properties.publicUrl();
    }
}

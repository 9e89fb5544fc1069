package io.eyestalk.edge;

import java.util.Objects;
import java.util.Set;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.actuate.autoconfigure.endpoint.web.WebEndpointProperties;
import org.springframework.boot.actuate.autoconfigure.web.server.ManagementServerProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.stereotype.Component;

/**
 * Refuses to start when an operations endpoint other than health would stand on the public port.
 */
@Component
@EnableConfigurationProperties(ManagementServerProperties.class)
class ActuatorExposureCheck implements InitializingBean {
    private static final Set<String> PUBLIC = Set.of("health");
    private static final int DEFAULT_PORT = 8080;

    private final WebEndpointProperties endpoints;
    private final ManagementServerProperties management;
    private final ServerProperties server;

    ActuatorExposureCheck(
            WebEndpointProperties endpoints,
            ManagementServerProperties management,
            ServerProperties server) {
        this.endpoints = endpoints;
        this.management = management;
        this.server = server;
    }

    @Override
    public void afterPropertiesSet() {
        var included = endpoints.getExposure().getInclude();
        if (!PUBLIC.containsAll(included) && !hasPortOfItsOwn()) {
            throw new InvalidConfigurationPropertyValueException(
                    "management.endpoints.web.exposure.include",
                    included,
                    "Only health may stand on the public port."
                            + " Set management.server.port to another one.");
        }
    }

    /** Port 0 is a free one each time, so never the public one. */
    private boolean hasPortOfItsOwn() {
        var port = management.getPort();
        var publicPort = Objects.requireNonNullElse(server.getPort(), DEFAULT_PORT);
        return port != null && (port == 0 || !port.equals(publicPort));
    }
}

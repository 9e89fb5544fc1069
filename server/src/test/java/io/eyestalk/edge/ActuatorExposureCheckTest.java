package io.eyestalk.edge;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.actuate.autoconfigure.endpoint.web.WebEndpointProperties;
import org.springframework.boot.actuate.autoconfigure.web.server.ManagementServerProperties;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;

class ActuatorExposureCheckTest {
    @Test
    void onlyHealthMayStandOnThePublicPort() {
        assertThatNoException().isThrownBy(() -> check(null, "health").afterPropertiesSet());

        for (var exposed : new String[] {"env", "*", "prometheus"}) {
            assertThatExceptionOfType(InvalidConfigurationPropertyValueException.class)
                    .isThrownBy(() -> check(null, "health", exposed).afterPropertiesSet());
        }
    }

    @Test
    void onAPortOfItsOwnEverythingMayStand() {
        assertThatNoException().isThrownBy(() -> check(9090, "*").afterPropertiesSet());
        assertThatExceptionOfType(InvalidConfigurationPropertyValueException.class)
                .isThrownBy(() -> check(8080, "*").afterPropertiesSet());
    }

    private static ActuatorExposureCheck check(@Nullable Integer port, String... exposed) {
        var endpoints = new WebEndpointProperties();
        endpoints.getExposure().setInclude(Set.of(exposed));
        var management = new ManagementServerProperties();
        management.setPort(port);
        return new ActuatorExposureCheck(endpoints, management, new ServerProperties());
    }
}

package io.eyestalk.stats;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The operators' dashboard.
 *
 * @param username of the operator
 * @param passwordHash made by {@code java -jar eyestalk.jar hash-password}; without one there is no
 *     dashboard
 * @param sessionLifetime after which an operator logs in again
 * @param keepReports how long counts of what browsers reported are kept
 */
@Validated
@ConfigurationProperties("eyestalk.dashboard")
record DashboardProperties(
        @DefaultValue("operator") @NotBlank @Size(max = LoginRequest.MAX_LENGTH) String username,
        @DefaultValue("") PasswordHash passwordHash,
        @DefaultValue("8h") Duration sessionLifetime,
        @DefaultValue("30d") Duration keepReports) {
    DashboardProperties {
        if (!sessionLifetime.isPositive() || !keepReports.isPositive()) {
            throw new IllegalArgumentException("times of eyestalk.dashboard must be positive");
        }
    }
}

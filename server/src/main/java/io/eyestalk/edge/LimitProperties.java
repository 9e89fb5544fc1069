package io.eyestalk.edge;

import io.eyestalk.shared.Limit;
import io.eyestalk.shared.RateLimits.Rate;
import jakarta.validation.constraints.Positive;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How often things may be done.
 *
 * @param enabled false turns all limits off, for load tests
 * @param wrongPasswords wrong passwords per address within the window
 * @param wrongPasswordsInRoom wrong passwords per address and room within the window
 * @param wrongPasswordWindow after which the count starts anew
 * @param roomsPerMinute new rooms per address
 * @param entriesPerMinute enter, join and valid requests per address
 * @param chatBurst messages of a member at once
 * @param chatPerSecond messages of a member in the long run
 * @param eventBurst socket events of a connection at once
 * @param eventsPerSecond socket events of a connection in the long run
 * @param logins operator logins per address within the window, right or wrong
 * @param loginsOfUser operator logins per user name within the window, from all addresses
 * @param loginWindow after which the count of logins starts anew
 * @param reportsPerMinute anonymous reports of calls per address
 */
@Validated
@ConfigurationProperties("eyestalk.limits")
record LimitProperties(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("10") @Positive int wrongPasswordsInRoom,
        @DefaultValue("50") @Positive int wrongPasswords,
        @DefaultValue("10m") Duration wrongPasswordWindow,
        @DefaultValue("60") @Positive int roomsPerMinute,
        @DefaultValue("240") @Positive int entriesPerMinute,
        @DefaultValue("20") @Positive int chatBurst,
        @DefaultValue("4") @Positive int chatPerSecond,
        @DefaultValue("300") @Positive int eventBurst,
        @DefaultValue("100") @Positive int eventsPerSecond,
        @DefaultValue("10") @Positive int logins,
        @DefaultValue("50") @Positive int loginsOfUser,
        @DefaultValue("15m") Duration loginWindow,
        @DefaultValue("120") @Positive int reportsPerMinute) {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration SECOND = Duration.ofSeconds(1);

    LimitProperties {
        if (!wrongPasswordWindow.isPositive()) {
            throw new IllegalArgumentException(
                    "eyestalk.limits.wrong-password-window must be positive");
        }
        if (!loginWindow.isPositive()) {
            throw new IllegalArgumentException("eyestalk.limits.login-window must be positive");
        }
    }

    Rate rate(Limit limit) {
        return switch (limit) {
            case WRONG_PASSWORD_IN_ROOM ->
                    new Rate(wrongPasswordsInRoom, wrongPasswordsInRoom, wrongPasswordWindow);
            case WRONG_PASSWORD -> new Rate(wrongPasswords, wrongPasswords, wrongPasswordWindow);
            case CREATE_ROOM -> new Rate(roomsPerMinute, roomsPerMinute, MINUTE);
            case ENTER_ROOM -> new Rate(entriesPerMinute, entriesPerMinute, MINUTE);
            case CHAT_MESSAGE -> new Rate(chatBurst, chatPerSecond, SECOND);
            case SOCKET_EVENT -> new Rate(eventBurst, eventsPerSecond, SECOND);
            case LOGIN -> new Rate(logins, logins, loginWindow);
            case LOGIN_OF_USER -> new Rate(loginsOfUser, loginsOfUser, loginWindow);
            case CLIENT_REPORT -> new Rate(reportsPerMinute, reportsPerMinute, MINUTE);
        };
    }
}

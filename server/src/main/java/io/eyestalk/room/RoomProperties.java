package io.eyestalk.room;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Seats and how long they are kept.
 *
 * @param maxCapacity the largest room one may create; a mesh carries 8 people at most
 * @param defaultCapacity what a client should offer first
 * @param unenteredGrace how long a room waits for the first person
 * @param unconnectedGrace how long somebody who entered over REST may take to connect
 * @param closingGrace how long a closed page may take to come back (a reload)
 * @param awayGrace how long a dropped connection may take to come back: together with the time to
 *     notice and to tell, nobody stands in a room for more than 10 s after they vanished
 * @param silence how much of that time has passed when a connection ends for giving no sign of life
 * @param heardGrace the same while another member still hears them
 * @param tokenGrace how much longer than the membership a resume token works
 * @param hashesAtOnce how many password hashes are computed at the same time
 */
@Validated
@ConfigurationProperties("eyestalk.room")
record RoomProperties(
        @DefaultValue("4") @Min(2) @Max(8) int maxCapacity,
        @DefaultValue("4") @Min(2) int defaultCapacity,
        @DefaultValue("60s") Duration unenteredGrace,
        @DefaultValue("60s") Duration unconnectedGrace,
        @DefaultValue("2s") Duration closingGrace,
        @DefaultValue("9s") Duration awayGrace,
        @DefaultValue("5s") Duration silence,
        @DefaultValue("30s") Duration heardGrace,
        @DefaultValue("2m") Duration tokenGrace,
        @DefaultValue("2") @Min(1) @Max(64) int hashesAtOnce) {

    RoomProperties {
        require(
                defaultCapacity <= maxCapacity,
                "eyestalk.room.default-capacity must not exceed max-capacity");
        require(
                heardGrace.compareTo(awayGrace) >= 0,
                "eyestalk.room.heard-grace must not be shorter than away-grace");
        require(!silence.isNegative(), "eyestalk.room.silence must not be negative");
        require(
                Stream.of(
                                unenteredGrace,
                                unconnectedGrace,
                                closingGrace,
                                awayGrace,
                                heardGrace,
                                tokenGrace)
                        .allMatch(Duration::isPositive),
                "eyestalk.room.*-grace must be positive");
    }

    /** How long a dropped connection may take to come back. */
    Duration lostGrace(boolean heard) {
        return heard ? heardGrace : awayGrace;
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }
}

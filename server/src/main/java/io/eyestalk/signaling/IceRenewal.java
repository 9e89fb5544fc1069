package io.eyestalk.signaling;

import io.eyestalk.realtime.Seat;
import io.eyestalk.realtime.Session;
import io.eyestalk.realtime.Sessions;
import io.eyestalk.turn.IceServerIssuer;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;

/**
 * Sends every member new TURN credentials once in half of their lifetime, so that whatever a
 * browser holds is good for that long.
 */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class IceRenewal implements SchedulingConfigurer {
    private final Sessions sessions;
    private final IceServerIssuer iceServers;

    IceRenewal(Sessions sessions, IceServerIssuer iceServers) {
        this.sessions = sessions;
        this.iceServers = iceServers;
    }

    @Override
    public void configureTasks(ScheduledTaskRegistrar registrar) {
        iceServers
                .lifetime()
                .ifPresent(life -> registrar.addFixedRateTask(this::renew, life.dividedBy(2)));
    }

    /** Sends new credentials to everybody in a room. */
    void renew() {
        for (var session : sessions.seated()) {
            session.binding().ifPresent(seat -> renew(session, seat));
        }
    }

    private void renew(Session session, Seat seat) {
        session.emit("ice-servers", IceServersBody.of(iceServers.issue(seat.member())));
    }
}

package io.eyestalk.realtime;

import java.util.Collection;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import socketio.server.EncodedEvent;

/** Hands news to the connections of this node. Never waits. */
@Component
final class LocalDelivery {
    private final LiveSessions sessions;

    LocalDelivery(LiveSessions sessions) {
        this.sessions = sessions;
    }

    /** Tells whether anybody of them got it. */
    boolean deliver(News news) {
        return hand(sessions.of(news.audience()), news::encoded);
    }

    /** The same with news that was encoded elsewhere. */
    boolean deliver(News.Audience audience, EncodedEvent encoded) {
        return hand(sessions.of(audience), () -> encoded);
    }

    private static boolean hand(Collection<SocketSession> receivers, Supplier<EncodedEvent> news) {
        if (receivers.isEmpty()) {
            return false;
        }
        var encoded = news.get();
        var reached = false;
        for (var receiver : receivers) {
            reached |= receiver.deliver(encoded);
        }
        return reached;
    }
}

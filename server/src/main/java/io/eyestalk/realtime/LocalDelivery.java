package io.eyestalk.realtime;

import org.springframework.stereotype.Component;
import socketio.server.EncodedEvent;

/** Hands news to the connections of this node. Encodes once, however many they are. */
@Component
final class LocalDelivery {
    private final LiveSessions sessions;

    LocalDelivery(Relay relay, LiveSessions sessions) {
        this.sessions = sessions;
        relay.deliverTo(this::deliver);
    }

    private boolean deliver(News news) {
        var receivers = sessions.of(news.audience());
        if (receivers.isEmpty()) {
            return false;
        }
        var encoded = EncodedEvent.of("/", news.event(), news.payload());
        var reached = false;
        for (var receiver : receivers) {
            reached |= receiver.deliver(encoded);
        }
        return reached;
    }
}

package io.eyestalk.signaling;

import io.eyestalk.realtime.Ack;
import io.eyestalk.realtime.Session;
import io.eyestalk.realtime.Sessions;
import io.eyestalk.room.Entry;
import io.eyestalk.room.Member;
import io.eyestalk.room.Room;
import io.eyestalk.room.RoomView;
import io.eyestalk.turn.IceServerIssuer;
import java.util.LinkedHashMap;
import java.util.List;
import org.springframework.stereotype.Component;

/** Tells somebody who has a seat now what they need to know. */
@Component
class Welcome {
    private final Sessions sessions;
    private final MediaStates states;
    private final IceServerIssuer iceServers;

    Welcome(Sessions sessions, MediaStates states, IceServerIssuer iceServers) {
        this.sessions = sessions;
        this.states = states;
        this.iceServers = iceServers;
    }

    /** The answer to the one who entered, as an event for clients that read no answers, too. */
    Ack answer(Session to, Entry entry) {
        entry.replaced()
                .filter(older -> !older.equals(to.id()))
                .flatMap(sessions::find)
                .ifPresent(Session::close);
        return Ack.of(emit(to, entry.room(), entry.self(), entry.others(), entry.resumeToken()));
    }

    /** Sends {@code user-list} and returns what was sent. */
    UserList emit(Session to, Room room, Member self, List<Member> others, String resumeToken) {
        var list = listFor(room, self, others, resumeToken);
        to.emit("user-list", list);
        return list;
    }

    private UserList listFor(Room room, Member self, List<Member> others, String resumeToken) {
        var names = new LinkedHashMap<String, String>();
        others.forEach(other -> names.put(other.id().value(), other.nickname().value()));
        var issued = iceServers.issue(self.id());
        return new UserList(
                self.id().value(),
                names,
                resumeToken,
                issued.servers(),
                IceServersBody.seconds(issued),
                RoomView.of(room),
                others.stream()
                        .map(other -> UserList.Other.of(other, states.of(other.id())))
                        .toList());
    }
}

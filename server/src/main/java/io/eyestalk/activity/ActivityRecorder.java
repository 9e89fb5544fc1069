package io.eyestalk.activity;

import io.eyestalk.chat.ChatSent;
import io.eyestalk.room.Member;
import io.eyestalk.room.MemberJoined;
import io.eyestalk.room.MemberLeft;
import io.eyestalk.room.MemberReturned;
import io.eyestalk.room.Room;
import io.eyestalk.room.RoomClosed;
import io.eyestalk.room.RoomCreated;
import io.eyestalk.shared.MemberId;
import io.eyestalk.shared.Nickname;
import io.eyestalk.shared.NodeId;
import java.time.Clock;
import java.time.Instant;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Turns what other modules tell into documents. Never makes a caller wait.
 *
 * <p>Plain listeners, not transactional ones: the room module tells its news after the commit, chat
 * has no transaction at all.
 */
@Component
class ActivityRecorder {
    private final Consumer<ActivityDocument> log;
    private final RoomNames names;
    private final ChatSealer sealer;
    private final NodeId node;
    private final Clock clock;
    private final EventIds ids = new EventIds();

    ActivityRecorder(
            Consumer<ActivityDocument> log,
            RoomNames names,
            ChatSealer sealer,
            NodeId node,
            Clock clock) {
        this.log = log;
        this.names = names;
        this.sealer = sealer;
        this.node = node;
        this.clock = clock;
    }

    @EventListener
    void on(RoomCreated event) {
        names.learn(event.room());
        add(ActivityKind.CREATE, event.room(), event.creator(), null);
    }

    @EventListener
    void on(MemberJoined event) {
        names.learn(event.room());
        add(ActivityKind.JOIN, event.room(), event.member());
    }

    @EventListener
    void on(MemberReturned event) {
        names.learn(event.room());
    }

    @EventListener
    void on(MemberLeft event) {
        add(ActivityKind.LEAVE, event.room(), event.member());
    }

    @EventListener
    void on(RoomClosed event) {
        names.forget(event.room());
    }

    @EventListener
    void on(ChatSent event) {
        names.withTitle(
                event.room(),
                title -> sealer.seal(event.text(), message -> add(event, title, message)));
    }

    private void add(ChatSent event, String title, @Nullable String message) {
        log.accept(
                document(
                        ActivityKind.CHAT,
                        title,
                        event.nickname(),
                        event.sender(),
                        event.at(),
                        message));
    }

    private void add(ActivityKind kind, Room room, Member member) {
        add(kind, room, member.nickname(), member.id());
    }

    private void add(ActivityKind kind, Room room, Nickname who, @Nullable MemberId member) {
        log.accept(document(kind, room.name().value(), who, member, clock.instant(), null));
    }

    private ActivityDocument document(
            ActivityKind kind,
            String room,
            Nickname who,
            @Nullable MemberId member,
            Instant at,
            @Nullable String message) {
        return new ActivityDocument(
                ids.next(at),
                kind,
                room,
                who.value(),
                member == null ? null : member.value(),
                at,
                node.name(),
                message);
    }
}

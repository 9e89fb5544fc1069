package io.eyestalk.chat;

import io.eyestalk.room.Member;
import io.eyestalk.shared.MemberId;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * A message as it is kept for those who are away.
 *
 * @param message the copy of everybody but the sender
 * @param addressee the sid of the only one it is for; null when it is for all
 */
record KeptLine(ChatMessage message, @Nullable String addressee) {
    static KeptLine of(ChatMessage message, Optional<MemberId> addressee) {
        return new KeptLine(message, addressee.map(MemberId::value).orElse(null));
    }

    static KeptLine ofEntry(String entry) {
        return JsonMapper.shared().readValue(entry, KeptLine.class);
    }

    String toEntry() {
        return JsonMapper.shared().writeValueAsString(this);
    }

    /** The copy for this member, if it was said while they were in the room, and to them. */
    Optional<ChatMessage> copyFor(Member member, Instant since) {
        var sid = member.id().value();
        var said = message.instant();
        if (said.isBefore(member.joinedAt()) || said.isBefore(since)) {
            return Optional.empty();
        }
        if (message.sid().equals(sid)) {
            return Optional.of(message.forSelf());
        }
        return Optional.of(message).filter(_ -> addressee == null || addressee.equals(sid));
    }
}

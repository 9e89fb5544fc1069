package io.eyestalk.signaling;

import io.eyestalk.shared.MemberId;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;

/**
 * What each member told last, so that who comes later knows. Lost with the process: clients tell
 * again when they come back.
 */
@Component
class MediaStates {
    private final Map<MemberId, MediaState> states = new ConcurrentHashMap<>();

    MediaState of(MemberId member) {
        return states.getOrDefault(member, MediaState.UNTOLD);
    }

    /** From now on changes of this member are kept. */
    void begin(MemberId member) {
        states.putIfAbsent(member, MediaState.UNTOLD);
    }

    /** Changes what is known of a member; of one who is gone nothing is kept. */
    void change(MemberId member, UnaryOperator<MediaState> change) {
        states.computeIfPresent(member, (_, state) -> change.apply(state));
    }

    /** Forgets a member, and tells what was known. */
    MediaState end(MemberId member) {
        var last = states.remove(member);
        return last == null ? MediaState.UNTOLD : last;
    }
}

package io.eyestalk.signaling;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.eyestalk.room.Member;
import io.eyestalk.room.RoomView;
import io.eyestalk.turn.IceServer;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Everything somebody needs who enters or comes back.
 *
 * @param list nicknames of the others by sid, for clients of 2022; left out when there are none
 * @param iceTtl lifetime of the credentials in seconds; left out when there are none
 */
record UserList(
        @JsonProperty("my_id") String myId,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, String> list,
        @JsonProperty("resume_token") String resumeToken,
        @JsonProperty("ice_servers") List<IceServer> iceServers,
        @JsonProperty("ice_ttl") @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Long iceTtl,
        RoomView room,
        List<Other> members) {

    /** Another member of the room. */
    record Other(
            String sid, String name, boolean audio, boolean video, boolean sharing, boolean away) {
        static Other of(Member member, MediaState state) {
            return new Other(
                    member.id().value(),
                    member.nickname().value(),
                    state.audio(),
                    state.video(),
                    state.sharing(),
                    member.away());
        }
    }

    /** Without the token and the credentials. */
    @Override
    public String toString() {
        return "UserList[" + myId + ", " + room + "]";
    }
}

package io.eyestalk.room;

import io.eyestalk.shared.Fields;
import io.eyestalk.shared.Nickname;
import io.eyestalk.shared.RoomName;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Body of {@code POST /room}, as it came. */
@Schema(name = "CreateRoom")
record CreateRoomRequest(
        @Schema(
                        description = "The title. No other room may have it.",
                        requiredMode = Schema.RequiredMode.REQUIRED,
                        minLength = 1,
                        maxLength = RoomName.MAX_LENGTH,
                        example = "Design review")
                @Nullable String roomName,
        @Schema(
                        description = "How many people it holds. May come as a string.",
                        requiredMode = Schema.RequiredMode.REQUIRED,
                        minimum = "2",
                        example = "4")
                @Nullable Integer roomCapacity,
        @Schema(
                        description =
                                "Whoever enters has to know it. Left out or empty: no password.",
                        maxLength = Passwords.MAX_LENGTH,
                        example = "correct horse")
                @Nullable String roomPassword,
        @Schema(
                        description = "The name the creator is going to enter with.",
                        requiredMode = Schema.RequiredMode.REQUIRED,
                        minLength = 1,
                        maxLength = Nickname.MAX_LENGTH,
                        example = "Haneul")
                @Nullable String userNickname) {

    /** The room that is asked for. */
    NewRoom values() {
        var fields = new Fields();
        var name = fields.required(RoomName.FIELD, roomName, RoomName::new);
        var capacity = fields.required("roomCapacity", roomCapacity, Function.identity());
        var creator = fields.required(Nickname.FIELD, userNickname, Nickname::new);
        return fields.done(
                () ->
                        new NewRoom(
                                Objects.requireNonNull(name),
                                Objects.requireNonNull(capacity),
                                roomPassword,
                                Objects.requireNonNull(creator)));
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "CreateRoomRequest[" + roomName + "]";
    }
}

package io.eyestalk.room;

import io.eyestalk.shared.ConnectionId;
import io.eyestalk.shared.Fields;
import io.eyestalk.shared.Nickname;
import io.eyestalk.shared.RoomId;
import io.eyestalk.shared.RoomName;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Body of {@code /room/enter} and {@code /room/valid/enter}, as it came. */
@Schema(name = "EnterRoom")
record EnterRoomRequest(
        @Schema(
                        description = "Which room, by its title. Either this or roomId.",
                        maxLength = RoomName.MAX_LENGTH,
                        example = "Design review")
                @Nullable String roomName,
        @Schema(description = "Which room, by its id. Counts if both are given.", format = "uuid")
                @Nullable String roomId,
        @Schema(
                        description = "How the others will see this person. Unique in the room.",
                        requiredMode = Schema.RequiredMode.REQUIRED,
                        minLength = 1,
                        maxLength = Nickname.MAX_LENGTH,
                        example = "Haneul")
                @Nullable String userNickname,
        @Schema(
                        description = "The room's password, if it has one.",
                        maxLength = Passwords.MAX_LENGTH,
                        example = "correct horse")
                @Nullable String roomPassword,
        @Schema(
                        description =
                                "The caller's own Socket.IO id. Only /room/enter needs it. Private:"
                                        + " whoever knows it acts for the caller.",
                        maxLength = 100,
                        example = "q3Xb8yTn5kRzL1uWv0Ge")
                @Nullable String socketId) {

    /** The values behind the fields. */
    record Values(RoomRef room, Nickname nickname, @Nullable ConnectionId connection) {
        ConnectionId requiredConnection() {
            return Objects.requireNonNull(connection);
        }
    }

    /** All fields, the connection included. */
    Values withConnection() {
        return values(true);
    }

    /** All fields but the connection. */
    Values withoutConnection() {
        return values(false);
    }

    private Values values(boolean needsConnection) {
        var fields = new Fields();
        var room = room(fields);
        var nickname = fields.required(Nickname.FIELD, userNickname, Nickname::new);
        var connection =
                needsConnection
                        ? fields.required(ConnectionId.FIELD, socketId, ConnectionId::new)
                        : null;
        return fields.done(
                () ->
                        new Values(
                                Objects.requireNonNull(room),
                                Objects.requireNonNull(nickname),
                                connection));
    }

    private @Nullable RoomRef room(Fields fields) {
        return roomId != null
                ? fields.required(RoomId.FIELD, roomId, id -> RoomRef.byId(new RoomId(id)))
                : fields.required(
                        RoomName.FIELD, roomName, name -> RoomRef.byName(new RoomName(name)));
    }

    /** Without the password and the connection. */
    @Override
    public String toString() {
        return "EnterRoomRequest[" + roomName + ", " + roomId + ", " + userNickname + "]";
    }
}

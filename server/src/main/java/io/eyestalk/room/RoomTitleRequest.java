package io.eyestalk.room;

import io.eyestalk.shared.Fields;
import io.eyestalk.shared.RoomName;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Body of {@code POST /room/valid/create}, as it came. */
@Schema(name = "RoomTitle")
record RoomTitleRequest(
        @Schema(
                        description = "The title somebody wants to use.",
                        requiredMode = Schema.RequiredMode.REQUIRED,
                        minLength = 1,
                        maxLength = RoomName.MAX_LENGTH,
                        example = "Design review")
                @Nullable String roomName) {

    RoomName name() {
        var fields = new Fields();
        var name = fields.required(RoomName.FIELD, roomName, RoomName::new);
        return fields.done(() -> Objects.requireNonNull(name));
    }
}

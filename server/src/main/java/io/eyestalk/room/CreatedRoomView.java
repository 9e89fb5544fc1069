package io.eyestalk.room;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.media.Schema;

/** Answer of {@code POST /room}: the room and who may enter first. */
@Schema(name = "CreatedRoom")
record CreatedRoomView(
        @JsonUnwrapped RoomView room,
        @Schema(description = "As it was sent, stripped.", example = "Haneul")
                String userNickname) {}

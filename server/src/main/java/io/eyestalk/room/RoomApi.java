package io.eyestalk.room;

import io.eyestalk.shared.ClientAddress;
import io.eyestalk.shared.ProblemCode;
import io.eyestalk.shared.Refuses;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;

/** The REST API of rooms, as it is described to others; {@link RoomController} does the work. */
@Tag(name = "Rooms", description = "Create, find, enter and leave rooms.")
@RequestMapping("/room")
interface RoomApi {
    String TOTAL = "X-Total-Count";
    String SOCKET_ID = "The caller's own Socket.IO id.";

    @Operation(
            summary = "Create a room",
            description =
                    "Nobody is in it yet: the creator enters like everybody else. A room that"
                            + " nobody enters within a minute is removed.")
    @ApiResponse(responseCode = "201", description = "The room exists.")
    @Refuses({
        ProblemCode.VALIDATION_FAILED,
        ProblemCode.RATE_LIMITED,
        ProblemCode.DUPLICATE_RESOURCE
    })
    @PostMapping
    ResponseEntity<CreatedRoomView> create(
            @RequestBody CreateRoomRequest request, @Parameter(hidden = true) ClientAddress from);

    @Operation(summary = "List rooms", description = "Newest first.")
    @ApiResponse(
            responseCode = "200",
            description = "A page of rooms; empty when there are none.",
            headers =
                    @Header(
                            name = TOTAL,
                            description = "How many rooms there are on all pages.",
                            schema = @Schema(type = "integer")))
    @Refuses(ProblemCode.VALIDATION_FAILED)
    @GetMapping
    ResponseEntity<List<RoomView>> list(
            @Parameter(description = "Counts from 0.", example = "0")
                    @RequestParam(defaultValue = "0")
                    int page,
            @Parameter(description = "1 to 500.", example = "100")
                    @RequestParam(defaultValue = "100")
                    int size);

    @Operation(
            summary = "Search rooms",
            description = "By part of the title, without regard to case, newest first.")
    @ApiResponse(
            responseCode = "200",
            description = "A page of the rooms that match.",
            headers =
                    @Header(
                            name = TOTAL,
                            description = "How many rooms match on all pages.",
                            schema = @Schema(type = "integer")))
    @Refuses({ProblemCode.VALIDATION_FAILED, ProblemCode.ROOM_IS_EMPTY})
    @RequestMapping(
            path = "/{roomName}",
            method = {RequestMethod.GET, RequestMethod.POST})
    ResponseEntity<List<RoomView>> search(
            @Parameter(description = "Part of a title.", example = "design") @PathVariable
                    String roomName,
            @Parameter(description = "Counts from 0.", example = "0")
                    @RequestParam(defaultValue = "0")
                    int page,
            @Parameter(description = "1 to 500.", example = "100")
                    @RequestParam(defaultValue = "100")
                    int size);

    @Operation(
            summary = "Enter a room",
            description =
                    "Checks, in this order: the room exists, the password, the nickname, a free"
                            + " seat. One atomic step. The connection with that socketId then"
                            + " belongs to the room; without a live connection the seat is kept"
                            + " for a minute.")
    @ApiResponse(
            responseCode = "200",
            description = "All members, the caller included: public member id to nickname.",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema =
                                    @Schema(
                                            type = "object",
                                            additionalPropertiesSchema = String.class),
                            examples =
                                    @ExampleObject(
                                            "{\"Vt2p0sYxq1mJb8Zr\": \"Jiwoo\","
                                                    + " \"kH7dW3cNf5uQa9Le\": \"Haneul\"}")))
    @Refuses({
        ProblemCode.VALIDATION_FAILED,
        ProblemCode.RATE_LIMITED,
        ProblemCode.ROOM_IS_EMPTY,
        ProblemCode.INVALID_PASSWORD,
        ProblemCode.INVALID_NICKNAME,
        ProblemCode.FULL_CAPACITY
    })
    @RequestMapping(
            path = "/enter",
            method = {RequestMethod.PATCH, RequestMethod.POST})
    Map<String, String> enter(
            @RequestBody EnterRoomRequest request, @Parameter(hidden = true) ClientAddress from);

    @Operation(
            summary = "Leave a room",
            description = "At once. The room ends with its last member.")
    @ApiResponse(responseCode = "200", description = "True.")
    @Refuses({ProblemCode.VALIDATION_FAILED, ProblemCode.MEMBER_NOT_FOUND})
    @PostMapping("/exit")
    boolean exit(
            @Parameter(description = SOCKET_ID, example = "q3Xb8yTn5kRzL1uWv0Ge") @RequestParam
                    String socketId);

    @Operation(
            summary = "Say that the page closes",
            description =
                    "For the browser's beacon. The member is gone two seconds later unless they"
                            + " resume. An unknown socketId changes nothing.")
    @ApiResponse(responseCode = "204", description = "Always.")
    @PostMapping("/closing")
    ResponseEntity<Void> closing(
            @Parameter(description = SOCKET_ID, example = "q3Xb8yTn5kRzL1uWv0Ge")
                    @RequestParam(required = false)
                    @Nullable String socketId);

    @Operation(summary = "May I create it?", description = "Whether no room has that title now.")
    @ApiResponse(responseCode = "200", description = "True or false.")
    @Refuses(ProblemCode.VALIDATION_FAILED)
    @PostMapping("/valid/create")
    boolean mayCreate(@RequestBody RoomTitleRequest request);

    @Operation(
            summary = "May I enter it?",
            description = "Checks the nickname, a free seat and the password, in this order.")
    @ApiResponse(responseCode = "200", description = "Yes. The body is empty.", content = @Content)
    @ApiResponse(
            responseCode = "400",
            description = "No, and why not; or the request is not valid.",
            content = {
                @Content(
                        mediaType = "text/plain",
                        schema =
                                @Schema(
                                        type = "string",
                                        allowableValues = {
                                            "nickname_error",
                                            "capacity_error",
                                            "password_error"
                                        })),
                @Content(
                        mediaType = "application/problem+json",
                        schema = @Schema(ref = "#/components/schemas/Problem"))
            })
    @Refuses({ProblemCode.RATE_LIMITED, ProblemCode.ROOM_IS_EMPTY})
    @PostMapping("/valid/enter")
    ResponseEntity<String> mayEnter(
            @RequestBody EnterRoomRequest request, @Parameter(hidden = true) ClientAddress from);
}

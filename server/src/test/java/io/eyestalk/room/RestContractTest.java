package io.eyestalk.room;

import static org.assertj.core.api.Assertions.assertThat;

import io.eyestalk.ContractExamples;
import io.eyestalk.shared.Nickname;
import io.eyestalk.shared.RoomName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RestContractTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final ContractExamples examples = new ContractExamples("rest");
    private final RoomFixture fixture = new RoomFixture();

    @ParameterizedTest
    @ValueSource(strings = {"create-room.request", "create-room.request.number-as-text"})
    void understandsHowARoomIsCreated(String example) {
        var request = JSON.readValue(examples.text(example), CreateRoomRequest.class);

        var values = request.values();

        assertThat(values.capacity())
                .isEqualTo(examples.json(example).path("roomCapacity").asInt());
        assertThat(values.name().value())
                .isEqualTo(examples.json(example).path("roomName").asString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"enter-room.request.by-id", "enter-room.request.by-name"})
    void understandsHowARoomIsEntered(String example) {
        var request = JSON.readValue(examples.text(example), EnterRoomRequest.class);

        var values = request.withConnection();

        assertThat(values.requiredConnection().value())
                .isEqualTo(examples.json(example).path("socketId").asString());
        assertThat(values.room()).isInstanceOf(expected(example));
    }

    @ParameterizedTest
    @ValueSource(strings = {"valid-enter.request.by-id", "valid-enter.request.by-name"})
    void understandsTheQuestionWhetherOneMayEnter(String example) {
        var request = JSON.readValue(examples.text(example), EnterRoomRequest.class);

        var values = request.withoutConnection();

        assertThat(values.nickname())
                .isEqualTo(new Nickname(examples.json(example).path("userNickname").asString()));
        assertThat(values.room()).isInstanceOf(expected(example));
    }

    @Test
    void understandsTheQuestionWhetherATitleIsFree() {
        var request = JSON.readValue(examples.text("valid-create.request"), RoomTitleRequest.class);

        assertThat(request.name()).isEqualTo(new RoomName(request.name().value()));
    }

    @Test
    void aNewRoomIsToldAsInTheExample() {
        var room = fixture.room("r", 4, "secret");

        var told = JSON.valueToTree(new CreatedRoomView(RoomView.of(room), "하늘"));

        assertSameShape(told, examples.json("create-room.response"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"list-rooms.response", "search-rooms.response"})
    void aRoomIsToldAsInTheExamples(String example) {
        var told = JSON.valueToTree(RoomView.of(fixture.room("r")));

        for (var room : examples.json(example)) {
            assertSameShape(told, room);
        }
    }

    private static Class<? extends RoomRef> expected(String example) {
        return example.endsWith("by-id") ? RoomRef.ById.class : RoomRef.ByName.class;
    }

    /** The same fields in the same order, each of the same kind. */
    private static void assertSameShape(JsonNode told, JsonNode example) {
        assertThat(told.propertyNames()).containsExactlyElementsOf(example.propertyNames());
        for (var field : example.propertyNames()) {
            assertThat(told.path(field).getNodeType())
                    .as(field)
                    .isEqualTo(example.path(field).getNodeType());
        }
        assertThat(told.path("roomCreateAt").asString())
                .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
    }
}

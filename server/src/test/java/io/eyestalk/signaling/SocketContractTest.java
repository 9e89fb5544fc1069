package io.eyestalk.signaling;

import static io.eyestalk.realtime.Contract.eventOf;
import static io.eyestalk.realtime.Contract.example;
import static io.eyestalk.realtime.Contract.examplesIn;
import static io.eyestalk.realtime.Contract.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.eyestalk.realtime.Ack;
import io.eyestalk.realtime.Contract;
import io.eyestalk.realtime.NoPayload;
import io.eyestalk.room.RoomView;
import io.eyestalk.shared.MemberId;
import io.eyestalk.turn.IceServer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The examples of contract/events that are signaling's; chat and realtime check theirs. */
class SocketContractTest {
    private static final Map<String, Class<?>> PAYLOADS =
            Map.of(
                    "create-room", CreateRoomHandler.CreateRoom.class,
                    "join-room", JoinRoomHandler.JoinRoom.class,
                    "resume", ResumeHandler.Resume.class,
                    "data", ObjectNode.class,
                    "media-state", MediaStateHandler.Told.class,
                    "peer-state", PeerStateHandler.PeerState.class,
                    "share-start", NoPayload.class,
                    "share-end", NoPayload.class,
                    "leave-room", NoPayload.class);
    private static final Set<String> OF_OTHERS = Set.of("chatting", "error-message");

    @ParameterizedTest
    @MethodSource("clientExamples")
    void understandsWhatClientsSend(String name) {
        var type = Objects.requireNonNull(PAYLOADS.get(eventOf(name)), "a handler of " + name);

        assertThat(Contract.read(type, example("client/" + name))).isInstanceOf(type);
    }

    @ParameterizedTest
    @MethodSource("serverExamples")
    void sendsWhatClientsUnderstand(String name) {
        var example = example("server/" + name);

        assertThat(json(sent(name, example))).isEqualTo(example);
    }

    @ParameterizedTest
    @MethodSource("relayedExamples")
    void relaysSignalsAsTheyCame(String name) {
        var relayed = (ObjectNode) example("server/" + name);
        var sender = new MemberId(relayed.get("sender_id").stringValue());
        var asItCame = (ObjectNode) example("client/" + name);

        assertThat(PeerSignal.of(asItCame).sentBy(sender)).isEqualTo(relayed);
    }

    @ParameterizedTest
    @MethodSource("joinAnswers")
    void answersWhoEntersWithTheFieldsOfTheList(String name) {
        var example = example("ack/" + name);

        assertThat(json(Ack.of(userList(example)))).isEqualTo(example);
    }

    @Test
    void announcesWhoJoinedAndWhoLeft() {
        for (var type : List.of("join", "disconnect")) {
            var example = example("server/chatting." + type);

            assertThat(json(read(example, Notices.Notice.class))).isEqualTo(example);
        }
    }

    private static Object sent(String name, JsonNode example) {
        return switch (eventOf(name)) {
            case "user-list" -> userList(example);
            case "user-connect" -> read(example, Announcements.Connected.class);
            case "user-back" -> read(example, Announcements.Back.class);
            case "user-disconnect" -> read(example, Announcements.Disconnected.class);
            case "user-away", "share-start", "share-end" -> read(example, Sid.class);
            case "media-state" -> read(example, MediaStateHandler.Changed.class);
            case "rooms-changed" -> read(example, LobbyNews.Changed.class);
            case "ice-servers" ->
                    new IceServersBody(iceServers(example), example.get("ice_ttl").longValue());
            default -> throw new AssertionError("nothing sends " + name);
        };
    }

    private static <T> T read(JsonNode example, Class<T> type) {
        return JsonMapper.shared().treeToValue(example, type);
    }

    private static UserList userList(JsonNode example) {
        var names = new LinkedHashMap<String, String>();
        example.path("list")
                .properties()
                .forEach(e -> names.put(e.getKey(), e.getValue().stringValue()));
        return new UserList(
                example.get("my_id").stringValue(),
                names,
                example.get("resume_token").stringValue(),
                iceServers(example),
                ttl(example),
                read(example.get("room"), RoomView.class),
                example.get("members")
                        .valueStream()
                        .map(member -> read(member, UserList.Other.class))
                        .toList());
    }

    private static @Nullable Long ttl(JsonNode example) {
        var ttl = example.get("ice_ttl");
        return ttl == null ? null : ttl.longValue();
    }

    private static List<IceServer> iceServers(JsonNode example) {
        return example.get("ice_servers")
                .valueStream()
                .map(server -> read(server, IceServer.class))
                .toList();
    }

    static List<String> clientExamples() {
        return examplesIn("client").stream()
                .filter(name -> !OF_OTHERS.contains(eventOf(name)))
                .toList();
    }

    static List<String> serverExamples() {
        return examplesIn("server").stream()
                .filter(name -> !OF_OTHERS.contains(eventOf(name)))
                .filter(name -> !eventOf(name).equals("data"))
                .filter(name -> !eventOf(name).equals("join-request")) // has no payload
                .toList();
    }

    static List<String> relayedExamples() {
        return examplesIn("server").stream().filter(name -> eventOf(name).equals("data")).toList();
    }

    static List<String> joinAnswers() {
        return examplesIn("ack").stream()
                .filter(name -> Set.of("join-room", "resume").contains(eventOf(name)))
                .toList();
    }
}

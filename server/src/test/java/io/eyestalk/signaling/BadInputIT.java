package io.eyestalk.signaling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.json.JSONArray;
import org.json.JSONObject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Whatever one client sends: it gets a clear refusal, and nobody else is hurt. */
@RunningServer
class BadInputIT {
    private static final List<String> WITH_FIELDS =
            List.of(
                    "create-room",
                    "join-room",
                    "resume",
                    "data",
                    "chatting",
                    "media-state",
                    "peer-state");
    private static final List<String> WITHOUT_FIELDS =
            List.of("share-start", "share-end", "leave-room");

    @LocalServerPort private int port;

    private final String room = UUID.randomUUID().toString();
    @RegisterExtension private final People people = new People();
    private Person offender;
    private Person bystander;

    @BeforeEach
    void twoPeopleMeet() {
        offender = people.add(Person.in(port, room, "Offender"));
        bystander = people.add(Person.in(port, room, "Bystander"));
        bystander.forget();
    }

    @ParameterizedTest
    @MethodSource("eventsWithFields")
    void aPayloadThatIsNoObjectIsRefused(String event) {
        var wrong =
                List.of(
                        new Object[0],
                        new Object[] {JSONObject.NULL},
                        new Object[] {new JSONArray()},
                        new Object[] {"text"},
                        new Object[] {7},
                        new Object[] {true},
                        new Object[] {new byte[] {1, 2, 3}},
                        new Object[] {Person.json("{}")});

        wrong.forEach(args -> isInvalid(offender.askWith(event, args)));

        nothingHappened();
    }

    @ParameterizedTest
    @MethodSource("eventsWithoutFields")
    void anEventWithoutFieldsStillRefusesWhatIsNoObject(String event) {
        Stream.of(new JSONArray(), "text", 7, true, new byte[] {1, 2, 3})
                .forEach(wrong -> isInvalid(offender.askWith(event, wrong)));

        nothingHappened();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    create-room | {'roomName':7,'roomCapacity':4,'userNickname':'a'}       | roomName
                    create-room | {'roomName':' ','roomCapacity':4,'userNickname':'a'}     | roomName
                    create-room | {'roomName':'n','roomCapacity':'x','userNickname':'a'}   | roomCapacity
                    create-room | {'roomName':'n','roomCapacity':1,'userNickname':'a'}     | roomCapacity
                    create-room | {'roomName':'n','roomCapacity':99,'userNickname':'a'}    | roomCapacity
                    create-room | {'roomName':'n','roomCapacity':4.5,'userNickname':'a'}   | roomCapacity
                    create-room | {'roomName':'n','roomCapacity':4,'userNickname':[]}      | userNickname
                    create-room | {'roomName':'n','roomCapacity':4,'userNickname':'a','roomPassword':5} | roomPassword
                    join-room   | {'roomName':{},'userNickname':'a'}                       | roomName
                    join-room   | {'roomName':'n','userNickname':null}                     | userNickname
                    join-room   | {'roomName':'n','userNickname':'abcdefghijklmnopqrstu'}  | userNickname
                    join-room   | {'roomName':'n','userNickname':'a','roomPassword':[]}    | roomPassword
                    data        | {'target_id':7,'type':'offer'}                           | target_id
                    data        | {'target_id':'x','type':'shout'}                         | type
                    data        | {'target_id':'x'}                                        | type
                    chatting    | {'text':7,'direct':false}                                | text
                    chatting    | {'text':'','direct':false}                               | text
                    chatting    | {'text':'a','direct':'yes'}                              | direct
                    chatting    | {'text':'a','direct':true}                               | dest
                    chatting    | {'text':'a','direct':true,'dest':7}                      | dest
                    media-state | {'audio':1,'video':true}                                 | audio
                    media-state | {'audio':true}                                           | video
                    peer-state  | {'sid':7,'heard':true}                                   | sid
                    peer-state  | {'sid':'x','heard':'yes'}                                | heard
                    resume      | {'token':7,'fresh':false}                                | token
                    resume      | {'token':'x','fresh':'no'}                               | fresh
                    """)
    void aWrongFieldIsNamed(String event, String payload, String field) {
        var answer = offender.ask(event, payload);

        isInvalid(answer);
        assertThat(answer.get("errors").get(0).get("field").stringValue()).isEqualTo(field);
        nothingHappened();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "data",
                "chatting",
                "media-state",
                "peer-state",
                "share-start",
                "share-end",
                "leave-room"
            })
    void aRoomEventBeforeJoiningIsRefused(String event) {
        var early = people.add(Person.connect(port, "websocket"));
        var payload =
                "{'target_id':'x','type':'offer','text':'a','audio':true,'video':true,"
                        + "'sid':'x','heard':true}";

        var answer = early.ask(event, payload);

        assertThat(answer.get("code").stringValue()).isEqualTo("NOT_IN_ROOM");
        nothingHappened();
    }

    @Test
    void anUnknownEventIsRefused() {
        isInvalid(offender.ask("self-destruct", "{}"));
        offender.tell("self-destruct", "{}");

        assertThat(offender.hears("error-message").get("event").stringValue())
                .isEqualTo("self-destruct");
        nothingHappened();
    }

    @Test
    void aRefusalNeverShowsTheInside() {
        var answers =
                WITH_FIELDS.stream().map(event -> offender.ask(event, "{}").toString()).toList();

        assertThat(answers)
                .noneMatch(
                        answer ->
                                answer.contains("Exception")
                                        || answer.contains("eyestalk")
                                        || answer.contains("jackson"));
    }

    @Test
    void aMessageThatIsTooLargeEndsOnlyItsOwnConnection() {
        offender.tell("chatting", "{'text':'%s','direct':false}".formatted("x".repeat(70_000)));

        assertThat(bystander.hears("user-away").has("sid")).isTrue();
        assertThat(bystander.ask("chatting", "{'text':'still here'}").get("ok").booleanValue())
                .isTrue();
    }

    @Test
    void deepNestingHurtsNobody() {
        var deep = "[".repeat(2000) + "]".repeat(2000);

        offender.tell("data", "{'target_id':'x','type':'offer','sdp':%s}".formatted(deep));

        assertThat(bystander.ask("chatting", "{'text':'still here'}").get("ok").booleanValue())
                .isTrue();
    }

    @Test
    void whoAsksTooMuchIsToldToWaitAndNothingIsLostForOthers() {
        var answers =
                IntStream.range(0, 30)
                        .mapToObj(
                                i ->
                                        offender.request(
                                                "chatting",
                                                Person.json("{'text':'%d'}".formatted(i))))
                        .toList()
                        .stream()
                        .map(answer -> Person.await(answer, "an answer"))
                        .toList();

        var refused = answers.stream().filter(answer -> !answer.get("ok").booleanValue()).toList();
        var accepted = answers.size() - refused.size();
        assertThat(accepted).isBetween(20, 29);
        assertThat(refused)
                .allMatch(answer -> answer.get("code").stringValue().equals("RATE_LIMITED"))
                .allMatch(answer -> answer.get("retry_after").intValue() >= 1);
        assertThat(bystander.unasked().stream().filter("chatting"::equals)).hasSize(accepted);
    }

    private void nothingHappened() {
        assertThat(offender.isConnected()).isTrue();
        assertThat(bystander.unasked()).isEmpty();
        assertThat(offender.ask("chatting", "{'text':'hello'}").get("ok").booleanValue()).isTrue();
        assertThat(bystander.hears("chatting").get("text").stringValue()).isEqualTo("hello");
    }

    private static void isInvalid(JsonNode answer) {
        assertThat(answer.get("ok").booleanValue()).isFalse();
        assertThat(answer.get("code").stringValue()).isEqualTo("VALIDATION_FAILED");
        assertThat(answer.get("message").stringValue()).isNotBlank();
        assertThat(answer.get("errors").isEmpty()).isFalse();
    }

    static List<String> eventsWithFields() {
        return WITH_FIELDS;
    }

    static List<String> eventsWithoutFields() {
        return WITHOUT_FIELDS;
    }
}

package io.eyestalk.realtime;

import static io.eyestalk.shared.Refusals.refusalOf;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.eyestalk.shared.FieldError;
import io.eyestalk.shared.MemberId;
import io.eyestalk.shared.Nickname;
import io.eyestalk.shared.ProblemCode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.BinaryNode;
import tools.jackson.databind.node.ObjectNode;

class PayloadReaderTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    record Order(
            Nickname name,
            int seats,
            boolean loud,
            @JsonProperty("target_id") MemberId target,
            @Nullable String note) {}

    private final PayloadReader<Order> reader = PayloadReader.of(Order.class);

    @Test
    void readsARecordByTheNamesOnTheWire() {
        var order =
                reader.read(
                        args("{'name':' 하늘 ','seats':4,'loud':true,'target_id':'m1','note':'x'}"));

        assertThat(order)
                .isEqualTo(new Order(new Nickname("하늘"), 4, true, new MemberId("m1"), "x"));
    }

    @Test
    void ignoresUnknownFieldsAndFurtherArguments() {
        var one = args("{'name':'a','seats':4,'loud':true,'target_id':'m1','more':{'x':[]}}");

        var order = reader.read(List.of(one.getFirst(), one.getFirst()));

        assertThat(order.note()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"'4'", "' 4 '", "4"})
    void takesANumberThatComesAsAString(String seats) {
        var order =
                reader.read(
                        args("{'name':'a','seats':" + seats + ",'loud':true,'target_id':'m1'}"));

        assertThat(order.seats()).isEqualTo(4);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    name      | 5             | must be a text
                    name      | {}            | must be a text
                    name      | ''            | must not be empty
                    seats     | 4.5           | must be a whole number
                    seats     | 'four'        | must be a whole number
                    seats     | 99999999999   | must be a whole number
                    seats     | [4]           | must be a whole number
                    seats     | true          | must be a whole number
                    loud      | 'true'        | must be true or false
                    loud      | 1             | must be true or false
                    target_id | 'a b'         | must be visible ASCII
                    target_id | null          | is missing
                    note      | 7             | must be a text
                    """)
    void namesTheFieldThatIsWrong(String field, String value, String message) {
        var object =
                (ObjectNode) args("{'name':'a','seats':4,'loud':true,'target_id':'m1'}").getFirst();
        object.set(field, JSON.readTree(value.replace('\'', '"')));

        var refusal = refusalOf(() -> reader.read(List.of(object)));

        assertThat(refusal.code()).isEqualTo(ProblemCode.VALIDATION_FAILED);
        assertThat(refusal.errors()).containsExactly(new FieldError(field, message));
    }

    @Test
    void namesEveryFieldThatIsWrong() {
        var refusal = refusalOf(() -> reader.read(args("{'seats':'x'}")));

        assertThat(refusal.errors())
                .extracting(FieldError::field)
                .containsExactly("name", "seats", "loud", "target_id");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "'text'", "null", "7", "true"})
    void refusesWhatIsNoObject(String payload) {
        var refusal = refusalOf(() -> reader.read(args(payload)));

        assertThat(refusal.errors())
                .containsExactly(new FieldError("payload", "must be an object"));
    }

    @Test
    void refusesNothingAndBinary() {
        var nothing = refusalOf(() -> reader.read(List.of()));
        var binary = refusalOf(() -> reader.read(List.of(BinaryNode.valueOf(new byte[3]))));

        assertThat(nothing.errors()).extracting(FieldError::field).containsExactly("payload");
        assertThat(binary.errors()).extracting(FieldError::field).containsExactly("payload");
    }

    @Test
    void anEventWithoutPayloadNeedsNone() {
        var none = PayloadReader.of(NoPayload.class);

        assertThat(none.read(List.of())).isEqualTo(new NoPayload());
        assertThat(none.read(args("null"))).isEqualTo(new NoPayload());
        assertThat(none.read(args("{'x':1}"))).isEqualTo(new NoPayload());
        assertThat(refusalOf(() -> none.read(args("'x'"))).code())
                .isEqualTo(ProblemCode.VALIDATION_FAILED);
    }

    @Test
    void aWholeObjectIsHandedOnUnread() {
        var object = PayloadReader.of(ObjectNode.class).read(args("{'a':{'b':[1,null]}}"));

        assertThat(object.toString()).isEqualTo("{\"a\":{\"b\":[1,null]}}");
    }

    private static List<JsonNode> args(String json) {
        return List.of(JSON.readTree(json.replace('\'', '"')));
    }
}

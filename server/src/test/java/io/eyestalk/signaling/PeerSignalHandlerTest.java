package io.eyestalk.signaling;

import static org.assertj.core.api.Assertions.assertThat;

import io.eyestalk.realtime.Ack;
import io.eyestalk.realtime.FakeBroadcaster;
import io.eyestalk.realtime.FakeSession;
import io.eyestalk.realtime.Sent;
import io.eyestalk.shared.FieldError;
import io.eyestalk.shared.MemberId;
import io.eyestalk.shared.ProblemCode;
import io.eyestalk.shared.Refusals;
import io.eyestalk.shared.RejectedException;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class PeerSignalHandlerTest {
    private final FakeBroadcaster broadcaster = new FakeBroadcaster();
    private final PeerSignalHandler handler = new PeerSignalHandler(broadcaster);
    private final FakeSession anna = FakeSession.seated("anna");

    @Test
    void carriesEveryFieldAsItCame() {
        var offer =
                "{'target_id':'ben','type':'offer','sdp':{'type':'offer','sdp':'v=0'},'new':[1]}";

        var ack = handler.handle(anna, json(offer));

        assertThat(ack).isEqualTo(Ack.done());
        var relayed = json(offer).put("sender_id", "anna");
        assertThat(broadcaster.sent())
                .containsExactly(new Sent("member ben of r1", "data", relayed));
    }

    @Test
    void stampsTheSenderWhateverThePayloadClaims() {
        handler.handle(anna, json("{'target_id':'ben','type':'answer','sender_id':'carl'}"));

        assertThat(broadcaster.sent())
                .extracting(Sent::payload)
                .containsExactly(json("{'target_id':'ben','type':'answer','sender_id':'anna'}"));
    }

    @Test
    void refusesAnAddresseeWhoIsNotThere() {
        broadcaster.unreachable(new MemberId("ben"));

        var refusal = refusalOf(anna, "{'target_id':'ben','type':'offer'}");

        assertThat(refusal.code()).isEqualTo(ProblemCode.MEMBER_NOT_FOUND);
    }

    @Test
    void refusesWhoIsInNoRoom() {
        var refusal = refusalOf(new FakeSession("c1"), "{'target_id':'ben','type':'offer'}");

        assertThat(refusal.code()).isEqualTo(ProblemCode.NOT_IN_ROOM);
    }

    @Test
    void tellsEverythingThatIsWrong() {
        var refusal = refusalOf(anna, "{'target_id':5,'type':'shout'}");

        assertThat(refusal.errors())
                .containsExactly(
                        new FieldError("target_id", "must be the sid of a member"),
                        new FieldError(
                                "type",
                                "must be offer, answer, new-ice-candidate or offer-request"));
        assertThat(refusalOf(anna, "{'target_id':'','type':'offer'}").errors())
                .extracting(FieldError::field)
                .containsExactly("target_id");
    }

    private RejectedException refusalOf(FakeSession from, String payload) {
        return Refusals.refusalOf(() -> handler.handle(from, json(payload)));
    }

    private static ObjectNode json(String text) {
        return (ObjectNode) JsonMapper.shared().readTree(text.replace('\'', '"'));
    }
}

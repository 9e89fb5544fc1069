package io.eyestalk.realtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.eyestalk.shared.MemberId;
import io.eyestalk.shared.RoomId;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import socketio.server.EncodedEvent;

class EnvelopeTest {
    private static final RoomId ROOM = new RoomId("r1");
    private static final MemberId ANNA = new MemberId("anna");
    static final News.Audience[] AUDIENCES = {
        new News.Audience.One(ROOM, ANNA),
        new News.Audience.Everyone(ROOM),
        new News.Audience.Others(ROOM, ANNA),
        new News.Audience.Lobby()
    };

    @ParameterizedTest
    @FieldSource("AUDIENCES")
    void newsForPeopleArrivesAsItWasSent(News.Audience audience) {
        var event = EncodedEvent.of("/", "chatting", Map.of("text", "안녕 🙂"));
        var sent = new Envelope("node-1", 1_764_000_000_123_456L, people(audience, event));

        var read = Envelope.of(sent.toBytes());

        assertThat(read.node()).isEqualTo("node-1");
        assertThat(read.sentAt()).isEqualTo(1_764_000_000_123_456L);
        assertThat(read.content()).isInstanceOf(Envelope.Content.ForPeople.class);
        var content = (Envelope.Content.ForPeople) read.content();
        assertThat(content.audience()).isEqualTo(audience);
        assertThat(content.event().toBytes()).isEqualTo(event.toBytes());
    }

    @Test
    void whatIsForNodesArrivesAsItWasSent() {
        var bulletin = new Envelope("n", 1, new Envelope.Content.ForNode("look", "{\"a\":\"방\"}"));
        var beat = new Envelope("n", 2, new Envelope.Content.Beat());

        assertThat(Envelope.of(bulletin.toBytes())).isEqualTo(bulletin);
        assertThat(Envelope.of(beat.toBytes())).isEqualTo(beat);
    }

    @Test
    void refusesAnotherVersionAndWhatIsCutOff() {
        var bytes = new Envelope("n", 1, new Envelope.Content.Beat()).toBytes();
        var newer = bytes.clone();
        newer[0]++;
        var cut = Arrays.copyOf(bytes, bytes.length - 1);

        assertThatIllegalArgumentException().isThrownBy(() -> Envelope.of(newer));
        assertThatIllegalArgumentException().isThrownBy(() -> Envelope.of(cut));
        assertThatIllegalArgumentException().isThrownBy(() -> Envelope.of(new byte[0]));
    }

    private static Envelope.Content people(News.Audience audience, EncodedEvent event) {
        return new Envelope.Content.ForPeople(audience, event);
    }
}

package io.eyestalk.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.eyestalk.realtime.Ack;
import io.eyestalk.realtime.Contract;
import io.eyestalk.realtime.Seat;
import io.eyestalk.shared.MemberId;
import io.eyestalk.shared.Nickname;
import io.eyestalk.shared.RoomId;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChatContractTest {
    private static final MemberId SENDER = new MemberId("Zt8nQwE2rTyUiOpAsDfGhJ");

    @ParameterizedTest
    @ValueSource(strings = {"chatting.room", "chatting.dm"})
    void understandsWhatClientsSay(String name) {
        var example = Contract.example("client/" + name);

        var line = ChatPolicy.check(SENDER, Contract.read(ChatPolicy.Wish.class, example));

        assertThat(line.text().value()).isEqualTo(example.get("text").stringValue());
        assertThat(line.addressee().map(MemberId::value))
                .isEqualTo(Optional.ofNullable(example.path("dest").asString(null)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"chatting.room", "chatting.room-self", "chatting.dm", "chatting.dm-self"})
    void saysItToOthersAsTheExampleDoes(String name) {
        var example = Contract.example("server/" + name);
        var seat =
                new Seat(
                        new RoomId(example.get("room_id").stringValue()),
                        SENDER,
                        new Nickname(example.get("sender").stringValue()));
        var addressee =
                Optional.of(new MemberId("someone")).filter(_ -> example.get("direct").asBoolean());

        var message =
                ChatMessage.of(
                        example.get("id").stringValue(),
                        Instant.parse(example.get("at").stringValue()),
                        seat,
                        new ChatPolicy.Line(
                                new ChatText(example.get("text").stringValue()), addressee));

        assertThat(Contract.json(name.endsWith("-self") ? message.forSelf() : message))
                .isEqualTo(example);
    }

    @Test
    void answersWithIdAndTime() {
        var example = Contract.example("ack/chatting");

        var sent =
                new ChattingHandler.Sent(
                        example.get("id").stringValue(), example.get("at").stringValue());

        assertThat(Contract.json(Ack.of(sent))).isEqualTo(example);
    }
}

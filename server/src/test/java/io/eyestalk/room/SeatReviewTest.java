package io.eyestalk.room;

import static io.eyestalk.room.RoomFixture.connection;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.eyestalk.shared.ConnectionId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A node that was taken for dead although its people are connected. */
class SeatReviewTest {
    private final RoomFixture first = open();
    private final RoomFixture second = first.neighbour("second");

    RoomFixture open() {
        return new RoomFixture();
    }

    @BeforeEach
    void bothAreThere() {
        List.of(first, second).forEach(node -> node.lease().amongOthers());
        first.renewLease();
        second.renewLease();
        first.room("call");
    }

    @Test
    void whoseSeatIsUntouchedStaysAsTheyAre() {
        first.enter("call", "ann");
        first.forgetNews();

        var findings = first.review().review(List.of(connection("ann")));

        assertThat(findings.returned()).isEmpty();
        assertThat(findings.unseated()).isEmpty();
        assertThat(first.news()).isEmpty();
    }

    @Test
    void whoseSeatWasTakenOverIsBackAndStays() {
        var ann = first.enter("call", "ann").self();
        secondTakesOver();
        first.forgetNews();

        var findings = first.review().review(List.of(connection("ann")));
        first.clock().advance(Duration.ofSeconds(60));
        first.renewLease();
        second.sweep();

        assertThat(findings.returned()).containsExactly(connection("ann"));
        assertThat(findings.unseated()).isEmpty();
        assertThat(first.news(MemberReturned.class))
                .extracting(MemberReturned::member, MemberReturned::fresh)
                .containsExactly(tuple(ann.present(), false));
        assertThat(first.keeperOf(ann)).contains("alone");
        assertThat(second.news(MemberLeft.class)).isEmpty();
    }

    @Test
    void whoWasRemovedOrResumedElsewhereHasNoSeatHere() {
        first.enter("call", "ann");
        var ben = first.enter("call", "ben");
        secondTakesOver();
        second.admission().resume(ben.resumeToken(), connection("new"), false);
        second.pass(Duration.ofSeconds(10));
        first.forgetNews();

        var findings = first.review().review(List.of(connection("ann"), connection("ben")));

        assertThat(findings.returned()).isEmpty();
        assertThat(findings.unseated())
                .containsExactlyInAnyOrder(connection("ann"), connection("ben"));
        assertThat(first.news()).isEmpty();
    }

    @Test
    void thousandsOfConnectionsAreLookedUpInAFewStatements() {
        first.enter("call", "ann");
        var many =
                IntStream.range(0, 1_200)
                        .mapToObj(number -> new ConnectionId("nobody-" + number))
                        .toList();
        var all = new ArrayList<>(many);
        all.add(connection("ann"));

        var findings = first.review().review(all);

        assertThat(findings.unseated()).containsExactlyInAnyOrderElementsOf(many);
        assertThat(findings.returned()).isEmpty();
    }

    private void secondTakesOver() {
        first.clock().advance(Duration.ofSeconds(6));
        second.renewLease();
        second.sweep();
        first.renewLease();
    }
}

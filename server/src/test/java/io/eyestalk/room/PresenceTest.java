package io.eyestalk.room;

import static io.eyestalk.room.RoomFixture.HOME;
import static io.eyestalk.room.RoomFixture.connection;
import static org.assertj.core.api.Assertions.assertThat;

import io.eyestalk.shared.MemberId;
import io.eyestalk.shared.Nickname;
import io.eyestalk.shared.RoomName;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PresenceTest {
    private final RoomFixture fixture = open();
    private final Presence presence = fixture.presence();
    private MemberId ann = new MemberId("unset");
    private MemberId ben = new MemberId("unset");

    @BeforeEach
    void twoPeopleMeet() {
        fixture.room("r");
        ann = fixture.enter("r", "ann").self().id();
        ben = fixture.enter("r", "ben").self().id();
        fixture.forgetNews();
    }

    @Test
    void whoseConnectionDropsIsAwayAtOnceAndKeepsTheSeat() {
        presence.disconnected(connection("ann"));

        assertThat(fixture.news(MemberAway.class))
                .extracting(event -> event.member().id())
                .containsExactly(ann);
        assertThat(members()).isEqualTo(2);
    }

    @Test
    void whoIsAwayForTenSecondsIsGone() {
        presence.disconnected(connection("ann"));

        fixture.pass(Duration.ofMillis(9_999));
        var before = members();
        fixture.pass(Duration.ofMillis(1));

        assertThat(before).isEqualTo(2);
        assertThat(members()).isEqualTo(1);
        assertThat(fixture.news(MemberLeft.class))
                .extracting(MemberLeft::reason)
                .containsExactly(MemberLeft.Reason.LOST);
    }

    @Test
    void whoFellSilentHasBeenAwayForSomeOfTheTime() {
        presence.fellSilent(connection("ann"));

        fixture.pass(Duration.ofMillis(4_999));
        var before = members();
        fixture.pass(Duration.ofMillis(1));

        assertThat(before).isEqualTo(2);
        assertThat(members()).isEqualTo(1);
    }

    @Test
    void whoIsStillHeardHasThirtySeconds() {
        presence.heard(ben, ann, true);
        presence.disconnected(connection("ann"));

        fixture.pass(Duration.ofMillis(29_999));
        var before = members();
        fixture.pass(Duration.ofMillis(1));

        assertThat(before).isEqualTo(2);
        assertThat(members()).isEqualTo(1);
    }

    @Test
    void beingHeardCountsAlsoWhenItIsSaidLater() {
        presence.disconnected(connection("ann"));
        fixture.pass(Duration.ofSeconds(9));

        presence.heard(ben, ann, true);
        fixture.pass(Duration.ofSeconds(20));

        assertThat(members()).isEqualTo(2);
    }

    @Test
    void whoIsNotHeardAnyMoreIsGoneAfterTenSecondsInAll() {
        presence.heard(ben, ann, true);
        presence.disconnected(connection("ann"));
        fixture.pass(Duration.ofSeconds(15));

        presence.heard(ben, ann, false);
        fixture.pass(Duration.ZERO);

        assertThat(members()).isEqualTo(1);
    }

    @Test
    void whatSomebodyWhoLeftHasHeardCountsNoMore() {
        presence.heard(ben, ann, true);
        fixture.enter("r", "cho");
        fixture.admission().leave(connection("ben"));
        presence.disconnected(connection("ann"));

        fixture.pass(Duration.ofSeconds(10));

        assertThat(members()).isEqualTo(1);
    }

    @Test
    void nobodyHearsThemselvesOrPeopleOfAnotherRoom() {
        fixture.room("other");
        var cho = fixture.enter("other", "cho").self().id();
        presence.heard(ann, ann, true);
        presence.heard(cho, ann, true);
        presence.disconnected(connection("ann"));

        fixture.pass(Duration.ofSeconds(10));

        assertThat(members()).isEqualTo(1);
    }

    @Test
    void aClosedPageIsGoneAfterTwoSeconds() {
        presence.closing(connection("ann"));
        presence.disconnected(connection("ann"));

        fixture.pass(Duration.ofMillis(1_999));
        var before = members();
        fixture.pass(Duration.ofMillis(1));

        assertThat(before).isEqualTo(2);
        assertThat(members()).isEqualTo(1);
        assertThat(fixture.news(MemberLeft.class).getFirst().reason())
                .isEqualTo(MemberLeft.Reason.CLOSED);
    }

    @Test
    void aClosedPageIsGoneEvenIfItIsStillHeard() {
        presence.disconnected(connection("ann"));
        presence.closing(connection("ann"));
        presence.heard(ben, ann, true);

        fixture.pass(Duration.ofSeconds(2));

        assertThat(members()).isEqualTo(1);
    }

    @Test
    void aReloadComesBackInTime() {
        var entry = fixture.enter("r", "cho");
        presence.closing(connection("cho"));
        presence.disconnected(connection("cho"));
        fixture.pass(Duration.ofSeconds(1));

        fixture.admission().resume(entry.resumeToken(), connection("cho-again"), true);
        fixture.pass(Duration.ofMinutes(1));

        assertThat(members()).isEqualTo(3);
    }

    @Test
    void aRoomEndsWhenTheLastOfItsGhostsIsGone() {
        presence.disconnected(connection("ann"));
        presence.disconnected(connection("ben"));

        fixture.pass(Duration.ofSeconds(10));

        assertThat(fixture.catalog().isFree(new RoomName("r"))).isTrue();
        assertThat(fixture.news(RoomClosed.class)).hasSize(1);
    }

    @Test
    void whoEntersOverRestAndNeverConnectsIsGoneAfterAMinute() {
        fixture.admission()
                .enter(
                        new EnterRequest(
                                RoomRef.byName(new RoomName("r")),
                                new Nickname("rest"),
                                null,
                                connection("rest"),
                                HOME,
                                Via.REST));

        fixture.pass(Duration.ofMillis(59_999));
        var before = members();
        fixture.pass(Duration.ofMillis(1));

        assertThat(before).isEqualTo(3);
        assertThat(members()).isEqualTo(2);
    }

    @Test
    void aRoomNobodyEntersIsRemovedAfterAMinute() {
        fixture.room("empty");

        fixture.pass(Duration.ofMillis(59_999));
        var before = fixture.catalog().isFree(new RoomName("empty"));
        fixture.pass(Duration.ofMillis(1));

        assertThat(before).isFalse();
        assertThat(fixture.catalog().isFree(new RoomName("empty"))).isTrue();
        assertThat(fixture.news(RoomClosed.class))
                .extracting(RoomClosed::reason)
                .containsExactly(RoomClosed.Reason.NEVER_ENTERED);
    }

    @Test
    void aRoomThatWasEnteredIsNotRemovedAfterAMinute() {
        fixture.pass(Duration.ofMinutes(2));

        assertThat(members()).isEqualTo(2);
    }

    @Test
    void afterARestartTheTimeOfMembersCountsFromTheStart() {
        fixture.clock().advance(Duration.ofMinutes(10));
        fixture.restart();

        fixture.pass(Duration.ofMillis(9_999));
        var before = members();
        fixture.pass(Duration.ofMillis(1));

        assertThat(before).isEqualTo(2);
        assertThat(fixture.catalog().isFree(new RoomName("r"))).isTrue();
    }

    @Test
    void afterARestartWhoeverResumesStays() {
        var cho = fixture.enter("r", "cho");
        fixture.restart();
        fixture.pass(Duration.ofSeconds(9));

        fixture.admission().resume(cho.resumeToken(), connection("cho-again"), false);
        fixture.pass(Duration.ofSeconds(60));

        assertThat(members()).isEqualTo(1);
        assertThat(fixture.news(MemberLeft.class))
                .extracting(event -> event.member().nickname().value())
                .containsExactlyInAnyOrder("ann", "ben");
    }

    @Test
    void afterARestartOldEvidenceCountsNoMore() {
        presence.heard(ben, ann, true);
        fixture.restart();

        fixture.pass(Duration.ofSeconds(10));

        assertThat(members()).isZero();
    }

    @Test
    void theSweeperKnowsWhatIsDueNext() {
        presence.disconnected(connection("ann"));
        fixture.room("empty");

        assertThat(fixture.dueTimes().next())
                .contains(fixture.clock().instant().plus(Duration.ofSeconds(10)));
    }

    @Test
    void newsOfUnknownConnectionsChangeNothing() {
        presence.disconnected(connection("nobody"));
        presence.closing(connection("nobody"));
        presence.connected(connection("nobody"));
        presence.heard(new MemberId("nobody"), ann, true);
        fixture.pass(Duration.ofMinutes(1));

        assertThat(fixture.news()).isEmpty();
        assertThat(members()).isEqualTo(2);
    }

    private int members() {
        return fixture.catalog()
                .find(RoomRef.byName(new RoomName("r")))
                .map(Room::members)
                .orElse(0);
    }

    /** The same rules hold on another database: {@link RoomsOnMariaDbIT}. */
    RoomFixture open() {
        return new RoomFixture();
    }
}

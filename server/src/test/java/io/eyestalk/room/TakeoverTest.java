package io.eyestalk.room;

import static io.eyestalk.room.RoomFixture.connection;
import static org.assertj.core.api.Assertions.assertThat;

import io.eyestalk.shared.Nickname;
import io.eyestalk.shared.RoomName;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Several nodes around one database: who looks after whose seats. */
class TakeoverTest {
    private RoomFixture first;
    private RoomFixture second;

    @BeforeEach
    void twoNodes() {
        first = open();
        second = first.neighbour("second");
        Stream.of(first, second).forEach(TakeoverTest::joinTheOthers);
    }

    RoomFixture open() {
        return new RoomFixture();
    }

    @Test
    void aNodeThatStartsLeavesTheMembersOfOthersAlone() {
        first.room("call");
        var ann = first.enter("call", "ann").self();

        second.restart();
        second.sweep();

        assertThat(second.news()).isEmpty();
        assertThat(first.keeperOf(ann)).contains("alone");
        assertThat(first.admission().of(connection("ann")))
                .map(membership -> membership.member().away())
                .contains(false);
    }

    @Test
    void aNodeTakesOnlyItsOwnSeatsAway() {
        first.room("call");
        first.enter("call", "ann");
        second.enter("call", "ben");
        first.presence().disconnected(connection("ann"));
        second.presence().disconnected(connection("ben"));

        passAlive(Duration.ofSeconds(10));
        second.sweep();

        assertThat(second.dueTimes().next()).isPresent();
        assertThat(second.news(MemberLeft.class))
                .extracting(left -> left.member().nickname().value())
                .containsExactly("ben");
        assertThat(occupancy("call")).isEqualTo(1);
    }

    @Test
    void nodesCountAsLongAsTheirLeaseHolds() {
        var together = second.liveNodes().count();

        firstDies();
        var afterADeath = second.liveNodes().count();
        first.clock().advance(Duration.ofSeconds(6));

        assertThat(together).isEqualTo(2);
        assertThat(afterADeath).isEqualTo(1);
        assertThat(second.liveNodes().count()).as("whoever asks is there").isEqualTo(1);
    }

    @Test
    void membersOfADeadNodeAreAwayAndGoneUnlessTheyComeBack() {
        first.room("call");
        var ann = first.enter("call", "ann").self();
        firstDies();

        second.sweep();
        var away = second.news(MemberAway.class);
        second.pass(Duration.ofSeconds(9));
        var before = second.news(MemberLeft.class);
        second.pass(Duration.ofSeconds(1));

        assertThat(away).extracting(told -> told.member().id()).containsExactly(ann.id());
        assertThat(before).isEmpty();
        assertThat(second.news(MemberLeft.class))
                .extracting(left -> left.member().id())
                .containsExactly(ann.id());
        assertThat(second.catalog().isFree(new RoomName("call"))).isTrue();
    }

    @Test
    void whoComesBackOnAnotherNodeIsTheSameMemberAndStays() {
        first.room("call");
        var ann = first.enter("call", "ann");
        firstDies();

        var back = second.admission().resume(ann.resumeToken(), connection("new"), false);
        second.sweep();
        second.pass(Duration.ofSeconds(60));

        assertThat(back.self().id()).isEqualTo(ann.self().id());
        assertThat(second.keeperOf(ann.self())).contains("second");
        assertThat(second.news(MemberAway.class)).isEmpty();
        assertThat(occupancy("call")).isEqualTo(1);
    }

    @Test
    void whoWasAwayBeforeTheirNodeDiedIsNotAwayTwice() {
        first.room("call");
        first.enter("call", "ann");
        first.presence().disconnected(connection("ann"));
        firstDies();

        second.sweep();
        second.pass(Duration.ofSeconds(9));

        assertThat(second.news()).isEmpty();
        assertThat(occupancy("call")).isEqualTo(1);
    }

    @Test
    void evidenceOfSurvivorsCountsAndThatOfTheDeadDoesNot() {
        first.room("call");
        var ann = first.enter("call", "ann").self();
        var ben = first.enter("call", "ben").self();
        var carl = second.enter("call", "carl").self();
        first.presence().heard(ben.id(), ann.id(), true);
        first.presence().heard(ann.id(), ben.id(), true);
        second.presence().heard(carl.id(), ann.id(), true);
        firstDies();

        second.sweep();
        second.pass(Duration.ofSeconds(10));
        var early = left(second);
        second.pass(Duration.ofSeconds(20));

        assertThat(early).containsExactly("ben");
        assertThat(left(second)).containsExactly("ben", "ann");
    }

    @Test
    void whoEnteredOverRestKeepsTheTimeToConnect() {
        first.room("call");
        first.admission().enter(overRest("ann"));
        firstDies();

        second.sweep();
        second.pass(Duration.ofSeconds(53));
        var early = left(second);
        second.pass(Duration.ofSeconds(1));

        assertThat(early).isEmpty();
        assertThat(left(second)).containsExactly("ann");
    }

    @Test
    void survivorsThatComeAtTheSameTimeTellAndRemoveEachMemberOnce() {
        var third = first.neighbour("third");
        joinTheOthers(third);
        var survivors = List.of(second, third);
        var titles = IntStream.range(0, 20).mapToObj(number -> "call-" + number).toList();
        titles.forEach(first::room);
        titles.forEach(title -> enterThree(first, title));
        titles.forEach(title -> second.enter(title, "stays-" + title));
        firstDies();
        third.renewLease();

        atTheSameTime(survivors);
        var away = told(survivors, MemberAway.class);
        first.clock().advance(Duration.ofSeconds(10));
        survivors.forEach(RoomFixture::renewLease);
        atTheSameTime(survivors);

        assertThat(away).isEqualTo(60);
        assertThat(told(survivors, MemberLeft.class)).isEqualTo(60);
        assertThat(told(survivors, RoomClosed.class)).isZero();
        assertThat(titles).allSatisfy(title -> assertThat(occupancy(title)).isEqualTo(1));
        assertThat(seats()).isEqualTo(20);
    }

    @Test
    void aNodeThatKnowsTooLittleOfTheOthersJudgesNobody() {
        first.room("call");
        var ann = first.enter("call", "ann").self();
        firstDies();
        second.lease().setJudging(false);

        second.sweep();

        assertThat(second.keeperOf(ann)).contains("alone");
        assertThat(second.news()).isEmpty();
    }

    @Test
    void aNodeWithoutALeaseTakesNobodyAway() {
        first.room("call");
        first.room("never entered");
        first.enter("call", "ann");
        first.presence().disconnected(connection("ann"));
        first.lease().setHeld(false);

        first.pass(Duration.ofSeconds(90));

        assertThat(first.news(MemberLeft.class)).isEmpty();
        assertThat(first.news(RoomClosed.class)).isEmpty();
    }

    @Test
    void afterAnInterruptionTheTimeOfMembersAndRoomsCountsAnew() {
        first.room("call");
        first.room("never entered");
        first.enter("call", "ann");
        first.presence().disconnected(connection("ann"));
        first.lease().setHeld(false);
        first.pass(Duration.ofSeconds(90));
        first.lease().setHeld(true);
        first.lease().interrupt();

        first.sweep();
        first.pass(Duration.ofSeconds(9));
        var early = first.news(MemberLeft.class);
        first.pass(Duration.ofSeconds(1));

        assertThat(first.news(LeaseInterrupted.class)).hasSize(1);
        assertThat(early).isEmpty();
        assertThat(left(first)).containsExactly("ann");
        assertThat(first.catalog().isFree(new RoomName("never entered"))).isFalse();
    }

    @Test
    void theDeadAreForgottenAfterADayUnlessSeatsAreLeft() {
        firstDies();

        second.pass(Duration.ofHours(23));
        var remembered = nodes();
        second.pass(Duration.ofHours(2));

        assertThat(remembered).contains("alone");
        assertThat(nodes()).doesNotContain("alone");
    }

    private static void joinTheOthers(RoomFixture node) {
        node.lease().amongOthers();
        node.renewLease();
    }

    /** Lets the lease of the first node end. */
    private void firstDies() {
        first.clock().advance(Duration.ofSeconds(6));
        second.renewLease();
    }

    private void passAlive(Duration time) {
        first.clock().advance(time);
        first.renewLease();
        second.renewLease();
    }

    private static void enterThree(RoomFixture node, String title) {
        Stream.of("a-", "b-", "c-").forEach(name -> node.enter(title, name + title));
    }

    private static EnterRequest overRest(String nickname) {
        return new EnterRequest(
                RoomRef.byName(new RoomName("call")),
                new Nickname(nickname),
                null,
                connection(nickname),
                RoomFixture.HOME,
                Via.REST);
    }

    private static void atTheSameTime(List<RoomFixture> nodes) {
        nodes.stream().map(node -> CompletableFuture.runAsync(node::sweep)).toList().stream()
                .forEach(CompletableFuture::join);
    }

    private static long told(List<RoomFixture> nodes, Class<?> event) {
        return nodes.stream().mapToLong(node -> node.news(event).size()).sum();
    }

    private static List<String> left(RoomFixture node) {
        return node.news(MemberLeft.class).stream()
                .map(left -> left.member().nickname().value())
                .toList();
    }

    private int occupancy(String title) {
        return first.catalog().find(RoomRef.byName(new RoomName(title))).orElseThrow().members();
    }

    private long seats() {
        return first.jdbc().sql("select count(*) from room_user").query(Long.class).single();
    }

    private List<String> nodes() {
        return first.jdbc()
                .sql("select node_id from node")
                .query((row, number) -> row.getString("node_id"))
                .list();
    }
}

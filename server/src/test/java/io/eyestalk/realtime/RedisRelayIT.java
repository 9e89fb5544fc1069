package io.eyestalk.realtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.eyestalk.cluster.FaultyProxy;
import io.eyestalk.cluster.RedisServer;
import io.eyestalk.shared.MemberId;
import io.eyestalk.shared.RoomId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two nodes of one process over a real Redis, each on a line of its own. */
class RedisRelayIT {
    private static final RoomId ROOM = new RoomId("r1");
    private static final MemberId ANNA = new MemberId("anna");
    private static final MemberId BEN = new MemberId("ben");
    private static final Map<String, Object> NEWS = Map.of();

    private final List<Duration> delays = new CopyOnWriteArrayList<>();
    private RedisServer redis;
    private FaultyProxy line;
    private RelayNode here;
    private RelayNode there;
    private FakeSocket anna;
    private FakeSocket ben;

    @BeforeEach
    void start() throws IOException {
        assumeTrue(RedisServer.isInstalled(), "needs Debian's redis-server");
        redis = RedisServer.start();
        line = FaultyProxy.to(redis.port());
        here = new RelayNode("here", line.port(), new RealtimeObserver() {});
        there = new RelayNode("there", redis.port(), new Delays());
        anna = here.seat(ROOM, "anna");
        ben = there.seat(ROOM, "ben");
        here.whereabouts().say("ben", "there");
        there.whereabouts().say("anna", "here");
        awaitCertainty();
    }

    @AfterEach
    void stop() {
        here.close();
        there.close();
        line.close();
        redis.close();
    }

    @Test
    void reachesMembersOnAnotherNode() {
        var toOne = here.broadcaster().toMember(ROOM, BEN, "one", NEWS);
        var toOthers = here.broadcaster().toOthers(ROOM, ANNA, "others", NEWS);
        var toRoom = here.broadcaster().toRoom(ROOM, "all", NEWS);

        assertThat(List.of(toOne, toOthers, toRoom)).isSubsetOf(Delivery.REACHED, Delivery.NOBODY);
        await().untilAsserted(() -> assertThat(ben.news()).hasSize(3));
        assertThat(anna.news()).hasSize(1);
        assertThat(delays).hasSize(3).allMatch(delay -> delay.compareTo(Duration.ofSeconds(1)) < 0);
    }

    @Test
    void keepsTheOrderOfOneSender() {
        for (var i = 0; i < 100; i++) {
            here.broadcaster().toOthers(ROOM, ANNA, "n" + i, NEWS);
        }

        await().untilAsserted(() -> assertThat(ben.news()).hasSize(100));
        assertThat(ben.news())
                .extracting(news -> new String(news.toBytes(), StandardCharsets.UTF_8))
                .allSatisfy(text -> assertThat(text).contains("n"))
                .satisfies(
                        texts -> {
                            for (var i = 0; i < 100; i++) {
                                assertThat(texts.get(i)).contains("\"n" + i + "\"");
                            }
                        });
    }

    @Test
    void reachesTheLobbyOfAllNodes() {
        var visitor = there.visitor();

        here.broadcaster().toLobby("lobby", NEWS);

        await().untilAsserted(() -> assertThat(visitor.news()).hasSize(1));
        assertThat(ben.news()).isEmpty();
    }

    @Test
    void knowsThatNobodyIsThere() {
        var delivery = here.broadcaster().toMember(ROOM, new MemberId("nobody"), "one", NEWS);

        assertThat(delivery).isEqualTo(Delivery.NOBODY);
    }

    @Test
    void whatCannotBeRelayedIsRefusedAndWithNobody() {
        redis.kill();
        await().until(() -> !here.isUp());
        var carl = here.seat(ROOM, "carl");

        var toOne = here.broadcaster().toMember(ROOM, BEN, "one", NEWS);
        var toOthers = here.broadcaster().toOthers(ROOM, ANNA, "others", NEWS);

        assertThat(List.of(toOne, toOthers)).containsOnly(Delivery.UNAVAILABLE);
        assertThat(carl.news()).isEmpty();
        assertThat(ben.news()).isEmpty();
    }

    @Test
    void peopleOfOneNodeNeedNoRedis() {
        var carl = here.seat(ROOM, "carl");
        here.whereabouts().sayNobody();
        redis.kill();
        await().until(() -> !here.isUp());

        var delivery = here.broadcaster().toOthers(ROOM, ANNA, "others", NEWS);

        assertThat(delivery).isEqualTo(Delivery.REACHED);
        assertThat(carl.news()).hasSize(1);
    }

    @Test
    void goesOnWhenRedisIsBackAndDoublesNothing() throws IOException {
        redis.kill();
        await().until(() -> !here.isUp() && !there.isUp());
        here.broadcaster().toOthers(ROOM, ANNA, "refused", NEWS);
        redis.startAgain();
        await().until(() -> here.isUp() && there.isUp());
        awaitCertainty();

        here.broadcaster().toOthers(ROOM, ANNA, "again", NEWS);
        here.broadcaster().toMember(ROOM, BEN, "last", NEWS);

        await().untilAsserted(() -> assertThat(ben.news()).hasSize(2));
    }

    @Test
    void doesNotSpeakPastANodeThatIsCutOff() {
        line.cut();
        await().until(() -> !here.isUp());

        var delivery = there.broadcaster().toOthers(ROOM, BEN, "others", NEWS);

        assertThat(delivery).isEqualTo(Delivery.UNAVAILABLE);
        assertThat(there.isUp()).isTrue();
    }

    @Test
    void noticesALineThatHangsAndNeverDeliversWhatItRefused() {
        line.hang();

        var refused = here.broadcaster().toOthers(ROOM, ANNA, "refused", NEWS);
        await().atMost(Duration.ofSeconds(5)).until(() -> !here.isUp());
        line.heal();
        await().until(here::isUp);
        awaitCertainty();
        here.broadcaster().toOthers(ROOM, ANNA, "again", NEWS);

        assertThat(refused).isEqualTo(Delivery.UNAVAILABLE);
        await().untilAsserted(() -> assertThat(ben.news()).hasSize(1));
    }

    @Test
    void tellsOtherNodesWhatIsNotForPeople() {
        var heard = new CopyOnWriteArrayList<Note>();
        there.add(new NoteHandler(heard));

        var told = here.bulletins().toRoom(ROOM, "note", new Note("to the room"));
        here.bulletins().toAll("note", new Note("to all"));

        assertThat(told).isTrue();
        await().untilAsserted(
                        () ->
                                assertThat(heard)
                                        .containsExactlyInAnyOrder(
                                                new Note("to the room"), new Note("to all")));
    }

    private void awaitCertainty() {
        await().until(
                        () ->
                                here.whereabouts().isCertain(ROOM)
                                        && there.whereabouts().isCertain(ROOM));
    }

    private final class Delays implements RealtimeObserver {
        @Override
        public void relayed(Duration delay) {
            delays.add(delay);
        }
    }

    private record Note(String text) {}

    private record NoteHandler(List<Note> heard) implements BulletinHandler<Note> {
        @Override
        public String kind() {
            return "note";
        }

        @Override
        public Class<Note> type() {
            return Note.class;
        }

        @Override
        public void handle(Note note) {
            heard.add(note);
        }
    }
}

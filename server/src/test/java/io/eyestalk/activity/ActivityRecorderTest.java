package io.eyestalk.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.eyestalk.chat.ChatSent;
import io.eyestalk.room.Entry;
import io.eyestalk.room.MemberJoined;
import io.eyestalk.room.MemberLeft;
import io.eyestalk.room.Room;
import io.eyestalk.room.RoomClosed;
import io.eyestalk.room.RoomCreated;
import io.eyestalk.room.RoomFixture;
import io.eyestalk.shared.NodeId;
import io.eyestalk.shared.RoomId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class ActivityRecorderTest {
    private final RoomFixture rooms = new RoomFixture();
    private final List<ActivityDocument> told = Collections.synchronizedList(new ArrayList<>());
    private final RoomNames names = new RoomNames(rooms.catalog());
    private final ActivityRecorder recorder = recorder(ChatSealer.SILENT);

    @Test
    void aCreatedRoomIsWrittenWithItsCreatorWhoIsNoMemberYet() {
        rooms.room("Design");

        recorder.on(only(RoomCreated.class));

        var document = told.getFirst();
        assertThat(document.kind()).isEqualTo(ActivityKind.CREATE);
        assertThat(document.room()).isEqualTo("Design");
        assertThat(document.nickname()).isEqualTo(RoomFixture.CREATOR.value());
        assertThat(document.sid()).isNull();
        assertThat(document.at()).isEqualTo(rooms.clock().instant());
        assertThat(document.node()).isEqualTo("n1");
    }

    @Test
    void whoComesAndGoesIsWrittenWithTheirPublicId() {
        rooms.room("Design");
        var ann = rooms.enter("Design", "ann");
        rooms.admission().leave(RoomFixture.connection("ann"));

        recorder.on(only(MemberJoined.class));
        recorder.on(only(MemberLeft.class));

        assertThat(told)
                .extracting(ActivityDocument::kind)
                .containsExactly(ActivityKind.JOIN, ActivityKind.LEAVE);
        assertThat(told)
                .allSatisfy(
                        document -> {
                            assertThat(document.room()).isEqualTo("Design");
                            assertThat(document.nickname()).isEqualTo("ann");
                            assertThat(document.sid()).isEqualTo(ann.self().id().value());
                        });
    }

    @Test
    void aMessageIsWrittenAtOnceUnderTheTitleOfItsRoom() {
        var room = rooms.room("Design");
        var ann = rooms.enter("Design", "ann");
        recorder.on(only(MemberJoined.class));
        told.clear();

        recorder.on(said(room, ann, "psst"));

        var document = told.getFirst();
        assertThat(document.kind()).isEqualTo(ActivityKind.CHAT);
        assertThat(document.room()).isEqualTo("Design");
        assertThat(document.sid()).isEqualTo(ann.self().id().value());
        assertThat(document.at()).isEqualTo(Documents.NOON);
        assertThat(document.message()).isNull();
    }

    @Test
    void whatWasSaidIsWrittenAsTheSealerMadeIt() {
        var room = rooms.room("Design");
        var ann = rooms.enter("Design", "ann");
        var sealing = recorder((text, then) -> then.accept("sealed " + text.length()));
        sealing.on(only(MemberJoined.class));
        told.clear();

        sealing.on(said(room, ann, "psst"));

        assertThat(told.getFirst().message()).isEqualTo("sealed 4");
    }

    @Test
    void aTitleThatIsNotKnownHereIsReadWithoutMakingTheSenderWait() {
        var room = rooms.room("Design");
        var ann = rooms.enter("Design", "ann");

        recorder.on(said(room, ann, "psst"));

        await().untilAsserted(() -> assertThat(told).hasSize(1));
        assertThat(told.getFirst().room()).isEqualTo("Design");
    }

    @Test
    void theIdStandsForATitleThatNobodyKnowsAnyMore() {
        var room = rooms.room("Design");
        var ann = rooms.enter("Design", "ann");
        rooms.admission().leave(RoomFixture.connection("ann"));
        recorder.on(only(MemberJoined.class));
        recorder.on(only(RoomClosed.class));
        told.clear();

        recorder.on(said(room, ann, "psst"));

        await().untilAsserted(() -> assertThat(told).hasSize(1));
        assertThat(new RoomId(told.getFirst().room())).isEqualTo(room.id());
    }

    private ActivityRecorder recorder(ChatSealer sealer) {
        return new ActivityRecorder(
                told::add, names, sealer, new NodeId("random", "n1"), rooms.clock());
    }

    private <T> T only(Class<T> type) {
        return rooms.news(type).getFirst();
    }

    private static ChatSent said(Room room, Entry by, String text) {
        return new ChatSent(
                "m1", Documents.NOON, room.id(), by.self().id(), by.self().nickname(), text, false);
    }
}

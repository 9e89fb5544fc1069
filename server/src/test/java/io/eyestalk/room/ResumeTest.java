package io.eyestalk.room;

import static io.eyestalk.room.RoomFixture.connection;
import static io.eyestalk.shared.Refusals.refusalOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.eyestalk.shared.ProblemCode;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ResumeTest {
    private static final Duration TWO_MINUTES = Duration.ofMinutes(2);

    private final RoomFixture fixture = open();
    private final Admission admission = fixture.admission();

    @Test
    void theSameMemberComesBackOnAnotherConnection() {
        fixture.room("r");
        var entry = fixture.enter("r", "ann");
        fixture.presence().disconnected(connection("ann"));
        fixture.forgetNews();

        var back = admission.resume(entry.resumeToken(), connection("new"), true);

        assertThat(back.self().id()).isEqualTo(entry.self().id());
        assertThat(back.self().away()).isFalse();
        assertThat(back.returning()).isTrue();
        assertThat(back.replaced()).contains(connection("ann"));
        assertThat(fixture.news())
                .containsExactly(
                        new MemberReturned(
                                back.room(), back.self(), true, connection("new"), back.others()));
    }

    @Test
    void theOldConnectionDroppingLaterMeansNothing() {
        fixture.room("r");
        var entry = fixture.enter("r", "ann");
        admission.resume(entry.resumeToken(), connection("new"), true);
        fixture.forgetNews();

        fixture.presence().disconnected(connection("ann"));
        fixture.pass(Duration.ofMinutes(1));

        assertThat(fixture.news()).isEmpty();
        assertThat(admission.of(connection("new"))).isPresent();
    }

    @Test
    void theSameConnectionMayResumeAgain() {
        fixture.room("r");
        var entry = fixture.enter("r", "ann");

        var back = admission.resume(entry.resumeToken(), connection("ann"), false);

        assertThat(back.replaced()).isEmpty();
        assertThat(back.resumeToken()).isEqualTo(entry.resumeToken());
    }

    @Test
    void anUnknownTokenIsRefused() {
        var refusal = refusalOf(() -> admission.resume("nonsense", connection("ann"), false));

        assertThat(refusal.code()).isEqualTo(ProblemCode.MEMBER_NOT_FOUND);
    }

    @Test
    void aConnectionInARoomCannotBecomeSomebodyElse() {
        fixture.room("r");
        var ann = fixture.enter("r", "ann");
        fixture.enter("r", "ben");

        var refusal =
                refusalOf(() -> admission.resume(ann.resumeToken(), connection("ben"), false));

        assertThat(refusal.code()).isEqualTo(ProblemCode.VALIDATION_FAILED);
    }

    @Test
    void whoIsGoneComesBackWithoutPasswordAsTheSameMember() {
        fixture.room("r", 4, "secret");
        var ann = admission.enter(fixture.request("r", "ann", "secret"));
        admission.enter(fixture.request("r", "ben", "secret"));
        admission.leave(connection("ann"));
        fixture.forgetNews();

        var back = admission.resume(ann.resumeToken(), connection("new"), false);

        assertThat(back.self().id()).isEqualTo(ann.self().id());
        assertThat(back.returning()).isFalse();
        assertThat(fixture.news(MemberJoined.class)).hasSize(1);
    }

    @Test
    void whoIsGoneFindsNoSeatInAFullRoom() {
        fixture.room("r", 2, null);
        var ann = fixture.enter("r", "ann");
        fixture.enter("r", "ben");
        admission.leave(connection("ann"));
        fixture.enter("r", "cho");

        var refusal =
                refusalOf(() -> admission.resume(ann.resumeToken(), connection("new"), false));

        assertThat(refusal.code()).isEqualTo(ProblemCode.FULL_CAPACITY);
    }

    @Test
    void whoIsGoneMayFindTheNicknameTaken() {
        fixture.room("r");
        var ann = fixture.enter("r", "ann");
        fixture.enter("r", "ben");
        admission.leave(connection("ann"));
        fixture.enter("r", "ann");

        var refusal =
                refusalOf(() -> admission.resume(ann.resumeToken(), connection("new"), false));

        assertThat(refusal.code()).isEqualTo(ProblemCode.INVALID_NICKNAME);
    }

    @Test
    void aRoomThatEndedCannotBeResumed() {
        fixture.room("r");
        var ann = fixture.enter("r", "ann");
        admission.leave(connection("ann"));
        fixture.room("r");

        var refusal =
                refusalOf(() -> admission.resume(ann.resumeToken(), connection("new"), false));

        assertThat(refusal.code()).isEqualTo(ProblemCode.ROOM_IS_EMPTY);
    }

    @Test
    void aTokenWorksAsLongAsTheMembershipAndTwoMinutesLonger() {
        fixture.room("r");
        var ann = fixture.enter("r", "ann");
        fixture.enter("r", "ben");
        fixture.pass(Duration.ofHours(5));
        admission.leave(connection("ann"));
        fixture.pass(TWO_MINUTES.minusMillis(1));
        var inTime = admission.resume(ann.resumeToken(), connection("new"), false);
        admission.leave(connection("new"));
        fixture.pass(TWO_MINUTES);

        var refusal =
                refusalOf(() -> admission.resume(ann.resumeToken(), connection("new"), false));

        assertThat(inTime.self().id()).isEqualTo(ann.self().id());
        assertThat(refusal.code()).isEqualTo(ProblemCode.MEMBER_NOT_FOUND);
    }

    @Test
    void oldTokensLeaveNothingBehind() {
        fixture.room("r");
        fixture.enter("r", "ann");
        admission.leave(connection("ann"));
        fixture.pass(TWO_MINUTES);

        assertThat(count("resume_token")).isZero();
        assertThat(count("room_user")).isZero();
        assertThat(count("room")).isZero();
    }

    @Test
    void theTokenItselfIsNotStored() {
        fixture.room("r");
        var entry = fixture.enter("r", "ann");

        var stored =
                fixture.jdbc()
                        .sql("select token_hash from resume_token")
                        .query(String.class)
                        .single();

        assertThat(stored).isNotEqualTo(entry.resumeToken()).hasSize(43);
        assertThat(entry.resumeToken()).hasSizeGreaterThanOrEqualTo(22);
    }

    private long count(String table) {
        return fixture.jdbc().sql("select count(*) from " + table).query(Long.class).single();
    }

    /** The same rules hold on another database: {@link RoomsOnMariaDbIT}. */
    RoomFixture open() {
        return new RoomFixture();
    }
}

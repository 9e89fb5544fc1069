package io.eyestalk.room;

import static io.eyestalk.room.RoomFixture.HOME;
import static io.eyestalk.room.RoomFixture.connection;
import static io.eyestalk.shared.Refusals.refusalOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.eyestalk.shared.Limit;
import io.eyestalk.shared.MemberId;
import io.eyestalk.shared.Nickname;
import io.eyestalk.shared.ProblemCode;
import io.eyestalk.shared.RoomId;
import io.eyestalk.shared.RoomName;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AdmissionTest {
    private final RoomFixture fixture = open();
    private final Admission admission = fixture.admission();

    @Test
    void theNewcomerSeesTheOthersInTheOrderTheyCame() {
        fixture.room("r");
        fixture.enter("r", "ann");
        fixture.enter("r", "ben");

        var entry = fixture.enter("r", "cho");

        assertThat(entry.self().nickname()).isEqualTo(new Nickname("cho"));
        assertThat(entry.others())
                .extracting(member -> member.nickname().value())
                .containsExactly("ann", "ben");
        assertThat(entry.room().members()).isEqualTo(3);
        assertThat(entry.returning()).isFalse();
    }

    @Test
    void aRoomThatIsNotThereCannotBeEntered() {
        var byName = refusalOf(() -> fixture.enter("nowhere", "ann"));
        var byId =
                refusalOf(
                        () ->
                                admission.check(
                                        RoomRef.byId(new RoomId("none")),
                                        new Nickname("ann"),
                                        null,
                                        HOME));

        assertThat(byName.code()).isEqualTo(ProblemCode.ROOM_IS_EMPTY);
        assertThat(byId.code()).isEqualTo(ProblemCode.ROOM_IS_EMPTY);
    }

    @Test
    void thePasswordIsCheckedBeforeTheNicknameAndTheNicknameBeforeTheSeats() {
        fixture.room("r", 2, "secret");
        admission.enter(fixture.request("r", "ann", "secret"));
        admission.enter(fixture.request("r", "ben", "secret"));

        var allWrong = refusalOf(() -> admission.enter(again("ann", "wrong")));
        var takenAndFull = refusalOf(() -> admission.enter(again("ann", "secret")));
        var full = refusalOf(() -> admission.enter(fixture.request("r", "cho", "secret")));

        assertThat(allWrong.code()).isEqualTo(ProblemCode.INVALID_PASSWORD);
        assertThat(takenAndFull.code()).isEqualTo(ProblemCode.INVALID_NICKNAME);
        assertThat(full.code()).isEqualTo(ProblemCode.FULL_CAPACITY);
    }

    @Test
    void askingWhetherOneMayEnterChecksNicknameThenSeatsThenPassword() {
        fixture.room("r", 2, "secret");
        admission.enter(fixture.request("r", "ann", "secret"));
        var taken = refusalOf(() -> check("ann", "wrong"));
        var wrong = refusalOf(() -> check("ben", "wrong"));
        admission.enter(fixture.request("r", "ben", "secret"));
        var full = refusalOf(() -> check("cho", "wrong"));

        assertThat(taken.code()).isEqualTo(ProblemCode.INVALID_NICKNAME);
        assertThat(wrong.code()).isEqualTo(ProblemCode.INVALID_PASSWORD);
        assertThat(full.code()).isEqualTo(ProblemCode.FULL_CAPACITY);
    }

    @Test
    void aRoomWithoutPasswordTakesAnyPassword() {
        fixture.room("r");

        var entry = admission.enter(fixture.request("r", "ann", "whatever"));

        assertThat(entry.room().locked()).isFalse();
    }

    @Test
    void theSameNicknameMayStandInTwoRooms() {
        fixture.room("one");
        fixture.room("two");
        fixture.enter("one", "ann");

        var entry = admission.enter(again("two", "ann", null));

        assertThat(entry.room().name()).isEqualTo(new RoomName("two"));
    }

    @Test
    void theSameConnectionRoomAndNicknameIsAnsweredAsTheFirstTime() {
        fixture.room("r", 2, "secret");
        var first = admission.enter(fixture.request("r", "ann", "secret"));
        fixture.forgetNews();

        var second = admission.enter(fixture.request("r", "ann", null));

        assertThat(second.self()).isEqualTo(first.self());
        assertThat(second.returning()).isTrue();
        assertThat(second.room().members()).isEqualTo(1);
        assertThat(second.resumeToken()).isNotEqualTo(first.resumeToken());
        assertThat(fixture.news()).isEmpty();
    }

    @Test
    void aConnectionInARoomCannotEnterAnother() {
        fixture.room("one");
        fixture.room("two");
        fixture.enter("one", "ann");

        var refusal = refusalOf(() -> fixture.enter("two", "ann"));

        assertThat(refusal.code()).isEqualTo(ProblemCode.VALIDATION_FAILED);
        assertThat(refusal.errors().getFirst().message()).isEqualTo("leave the other room first");
    }

    @Test
    void aRefusalChangesNothing() {
        fixture.room("r", 2, null);
        fixture.enter("r", "ann");
        fixture.enter("r", "ben");
        fixture.forgetNews();

        var refusal = refusalOf(() -> fixture.enter("r", "cho"));

        assertThat(refusal.code()).isEqualTo(ProblemCode.FULL_CAPACITY);
        assertThat(fixture.news()).isEmpty();
        assertThat(admission.of(connection("cho"))).isEmpty();
        assertThat(fixture.catalog().list(0, 10).items().getFirst().members()).isEqualTo(2);
    }

    @Test
    void whoLeavesFreesTheSeatAndTheNickname() {
        fixture.room("r", 2, null);
        fixture.enter("r", "ann");
        fixture.enter("r", "ben");

        var left = admission.leave(connection("ann"));

        assertThat(left).isTrue();
        assertThat(fixture.enter("r", "ann").room().members()).isEqualTo(2);
        assertThat(fixture.news(MemberLeft.class).getFirst().reason())
                .isEqualTo(MemberLeft.Reason.LEFT);
    }

    @Test
    void theLastOneTakesTheRoomAlong() {
        fixture.room("r");
        fixture.enter("r", "ann");

        admission.leave(connection("ann"));

        assertThat(fixture.catalog().isFree(new RoomName("r"))).isTrue();
        assertThat(fixture.news(RoomClosed.class))
                .extracting(RoomClosed::reason)
                .containsExactly(RoomClosed.Reason.LAST_MEMBER_LEFT);
    }

    @Test
    void whoHasNoSeatCannotLeave() {
        assertThat(admission.leave(connection("ann"))).isFalse();
        assertThat(admission.leave(new MemberId("none"), MemberLeft.Reason.LEFT)).isFalse();
    }

    @Test
    void theNewsOfAJoinComeInOrderAndAfterTheCommit() {
        fixture.room("r");
        fixture.forgetNews();

        fixture.enter("r", "ann");

        assertThat(fixture.news())
                .extracting(event -> event.getClass().getSimpleName())
                .containsExactly("MemberJoined", "RoomChanged");
        assertThat(fixture.news(RoomChanged.class).getFirst().room().members()).isEqualTo(1);
    }

    @Test
    void whoEntersOverRestIsAwayUntilTheirConnectionIsSeen() {
        fixture.room("r");

        var entry = admission.enter(overRest("ann"));

        assertThat(entry.self().away()).isTrue();
        fixture.presence().connected(connection("ann"));
        assertThat(admission.of(connection("ann")).orElseThrow().member().away()).isFalse();
    }

    @Test
    void afterTooManyWrongPasswordsEvenTheRightOneIsRefused() {
        fixture.room("r", 4, "secret");
        fixture.limits().allow(Limit.WRONG_PASSWORD_IN_ROOM, 2);
        refusalOf(() -> admission.enter(fixture.request("r", "ann", "wrong")));
        refusalOf(() -> admission.enter(fixture.request("r", "ann", null)));

        var refusal = refusalOf(() -> admission.enter(fixture.request("r", "ann", "secret")));

        assertThat(refusal.code()).isEqualTo(ProblemCode.RATE_LIMITED);
        assertThat(refusal.retryAfter()).isPresent();
    }

    @Test
    void theRightPasswordIsNotCountedAsAnAttempt() {
        fixture.room("r", 4, "secret");

        admission.enter(fixture.request("r", "ann", "secret"));

        assertThat(fixture.limits().taken(Limit.WRONG_PASSWORD, HOME.value())).isZero();
    }

    @Test
    void everyEntryAndEveryQuestionIsCounted() {
        fixture.room("r");
        fixture.limits().allow(Limit.ENTER_ROOM, 2);
        fixture.enter("r", "ann");
        check("ben", null);

        var refusal = refusalOf(() -> fixture.enter("r", "ben"));

        assertThat(refusal.code()).isEqualTo(ProblemCode.RATE_LIMITED);
    }

    private void check(String nickname, @Nullable String password) {
        admission.check(RoomRef.byName(new RoomName("r")), new Nickname(nickname), password, HOME);
    }

    /** Somebody else who wants a name that is taken. */
    private EnterRequest again(String nickname, @Nullable String password) {
        return again("r", nickname, password);
    }

    private EnterRequest again(String room, String nickname, @Nullable String password) {
        return new EnterRequest(
                RoomRef.byName(new RoomName(room)),
                new Nickname(nickname),
                password,
                connection("another-" + nickname),
                HOME,
                Via.SOCKET);
    }

    private EnterRequest overRest(String nickname) {
        return new EnterRequest(
                RoomRef.byName(new RoomName("r")),
                new Nickname(nickname),
                null,
                connection(nickname),
                HOME,
                Via.REST);
    }

    /** The same rules hold on another database: {@link RoomsOnMariaDbIT}. */
    RoomFixture open() {
        return new RoomFixture();
    }
}

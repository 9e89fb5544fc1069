package io.eyestalk.signaling;

import static org.assertj.core.api.Assertions.assertThat;

import io.eyestalk.room.Member;
import io.eyestalk.shared.ConnectionId;
import io.eyestalk.shared.MemberId;
import io.eyestalk.shared.Nickname;
import io.eyestalk.shared.RoomId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RosterTest {
    private static final Instant NOW = Instant.parse("2026-11-23T10:21:30Z");

    @Test
    void whatIsKnownIsNotToldAgain() {
        var known = roster(here("anna", "c1"), away("ben", "c2"));

        assertThat(known.changesTo(roster(here("anna", "c1"), away("ben", "c2")))).isEmpty();
    }

    @Test
    void tellsWhoWentBeforeWhoCame() {
        var anna = here("anna", "c1");
        var ben = here("ben", "c2");

        var changes = roster(anna).changesTo(roster(ben));

        assertThat(changes)
                .containsExactly(
                        new Roster.Change.Went(anna.member()),
                        new Roster.Change.Came(ben.member()));
    }

    @Test
    void tellsWhoIsAwayAndWhoIsBack() {
        var here = here("anna", "c1");
        var away = away("anna", "c1");

        assertThat(roster(here).changesTo(roster(away)))
                .containsExactly(new Roster.Change.WentAway(away.member()));
        assertThat(roster(away).changesTo(roster(here)))
                .containsExactly(new Roster.Change.CameBack(here.member()));
    }

    @Test
    void anotherConnectionIsAReturnEvenIfNobodySawThemAway() {
        var older = here("anna", "c1");
        var newer = here("anna", "c2");

        var changes = roster(older).changesTo(roster(newer));

        assertThat(changes).containsExactly(new Roster.Change.CameBack(newer.member()));
    }

    @Test
    void aConnectionThatWasNotKnownIsNoReturn() {
        var told = Occupant.told(here("anna", "c1").member());

        assertThat(roster(told).changesTo(roster(here("anna", "c1")))).isEmpty();
    }

    @Test
    void staysUncertainWhateverIsChangedByHand() {
        var doubted = roster(here("anna", "c1")).doubted();

        assertThat(doubted.with(here("ben", "c2")).without(new MemberId("anna")).certain())
                .isFalse();
    }

    private static Roster roster(Occupant... occupants) {
        return Roster.of(List.of(occupants), true);
    }

    private static Occupant here(String name, String connection) {
        return occupant(name, connection, false);
    }

    private static Occupant away(String name, String connection) {
        return occupant(name, connection, true);
    }

    private static Occupant occupant(String name, String connection, boolean away) {
        var member =
                new Member(new MemberId(name), new RoomId("r1"), new Nickname(name), NOW, away);
        return new Occupant(
                member, Optional.of(new ConnectionId(connection)), Optional.of("node-1"));
    }
}

package io.eyestalk.signaling;

import io.eyestalk.room.Member;
import io.eyestalk.shared.MemberId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Who is in a room as its people on this node were told. Never changes.
 *
 * @param certain whether nothing can have been missed since it was read
 */
record Roster(Map<MemberId, Occupant> occupants, boolean certain) {
    Roster {
        occupants = Map.copyOf(occupants);
    }

    static Roster of(Collection<Occupant> occupants, boolean certain) {
        return new Roster(
                occupants.stream()
                        .collect(
                                Collectors.toMap(
                                        occupant -> occupant.member().id(), Function.identity())),
                certain);
    }

    /** What the people of a room have to be told. */
    sealed interface Change {
        Member member();

        record Came(Member member) implements Change {}

        record Went(Member member) implements Change {}

        record WentAway(Member member) implements Change {}

        record CameBack(Member member) implements Change {}
    }

    Roster with(Occupant occupant) {
        var now = new LinkedHashMap<>(occupants);
        now.put(occupant.member().id(), occupant);
        return new Roster(now, certain);
    }

    Roster without(MemberId member) {
        var now = new LinkedHashMap<>(occupants);
        now.remove(member);
        return new Roster(now, certain);
    }

    List<Member> members() {
        return occupants.values().stream().map(Occupant::member).toList();
    }

    Roster doubted() {
        return new Roster(occupants, false);
    }

    /** What is different now. Who goes comes first, since somebody else may have their name now. */
    List<Change> changesTo(Roster now) {
        var changes = new ArrayList<Change>();
        occupants.values().stream()
                .filter(before -> !now.occupants.containsKey(before.member().id()))
                .forEach(before -> changes.add(new Change.Went(before.member())));
        now.occupants
                .values()
                .forEach(
                        occupant ->
                                addChange(
                                        occupants.get(occupant.member().id()), occupant, changes));
        return changes;
    }

    private static void addChange(@Nullable Occupant before, Occupant now, List<Change> changes) {
        var member = now.member();
        if (before == null) {
            changes.add(new Change.Came(member));
        } else if (member.away()) {
            if (!before.member().away()) {
                changes.add(new Change.WentAway(member));
            }
        } else if (before.member().away() || before.isReplacedBy(now)) {
            changes.add(new Change.CameBack(member));
        }
    }
}

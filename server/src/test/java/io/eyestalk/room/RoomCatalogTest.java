package io.eyestalk.room;

import static io.eyestalk.room.RoomFixture.HOME;
import static io.eyestalk.shared.Refusals.refusalOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.eyestalk.shared.Limit;
import io.eyestalk.shared.ProblemCode;
import io.eyestalk.shared.RoomName;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RoomCatalogTest {
    private final RoomFixture fixture = open();
    private final RoomCatalog catalog = fixture.catalog();

    @Test
    void nobodyIsInANewRoom() {
        var room = fixture.room("r", 3, "secret");

        assertThat(room.members()).isZero();
        assertThat(room.locked()).isTrue();
        assertThat(catalog.find(RoomRef.byId(room.id()))).contains(room);
        assertThat(fixture.news()).containsExactly(new RoomCreated(room, RoomFixture.CREATOR));
    }

    @Test
    void aTitleIsUniqueWhileItsRoomExists() {
        fixture.room("r");

        var refusal = refusalOf(() -> fixture.room(" r "));

        assertThat(refusal.code()).isEqualTo(ProblemCode.DUPLICATE_RESOURCE);
        assertThat(catalog.isFree(new RoomName("r"))).isFalse();
        assertThat(catalog.isFree(new RoomName("R"))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 1, 5, Integer.MAX_VALUE})
    void aRoomHoldsTwoToFour(int capacity) {
        var refusal = refusalOf(() -> fixture.room("r", capacity, null));

        assertThat(refusal.errors().getFirst().field()).isEqualTo("roomCapacity");
    }

    @Test
    void aPasswordHasAtMostAHundredCharacters() {
        assertThat(fixture.room("r", 2, "가".repeat(100)).locked()).isTrue();

        var refusal = refusalOf(() -> fixture.room("s", 2, "x".repeat(101)));

        assertThat(refusal.errors().getFirst().field()).isEqualTo("roomPassword");
    }

    @Test
    void anEmptyPasswordIsNoPassword() {
        assertThat(fixture.room("r", 2, "").locked()).isFalse();
    }

    @Test
    void thePasswordIsStoredAsAnArgon2Hash() {
        fixture.room("r", 2, "secret");

        var stored =
                fixture.jdbc().sql("select room_password from room").query(String.class).single();

        assertThat(stored).startsWith("$argon2id$").hasSizeLessThanOrEqualTo(100);
    }

    @Test
    void roomsAreListedNewestFirstInPages() {
        for (var name : new String[] {"a", "b", "c"}) {
            fixture.room(name);
            fixture.clock().advance(Duration.ofMillis(1));
        }

        var first = catalog.list(0, 2);
        var second = catalog.list(1, 2);

        assertThat(first.items()).extracting(room -> room.name().value()).containsExactly("c", "b");
        assertThat(second.items()).extracting(room -> room.name().value()).containsExactly("a");
        assertThat(first.total()).isEqualTo(3);
    }

    @Test
    void aSearchFindsPartsOfTitlesWithoutRegardToCase() {
        fixture.room("Design review");
        fixture.room("디자인 회의");
        fixture.room("50% off_season");

        assertThat(catalog.search("SIGN", 0, 10).total()).isEqualTo(1);
        assertThat(catalog.search(" 회의 ", 0, 10).total()).isEqualTo(1);
        assertThat(catalog.search("%", 0, 10).total()).isEqualTo(1);
        assertThat(catalog.search("_", 0, 10).total()).isEqualTo(1);
        assertThat(catalog.search("none", 0, 10).items()).isEmpty();
    }

    @Test
    void aSearchForNothingIsRefused() {
        assertThat(refusalOf(() -> catalog.search("  ", 0, 10)).errors().getFirst().field())
                .isEqualTo("roomName");
    }

    @Test
    void pagesHaveOneToFiveHundredRooms() {
        assertThat(catalog.list(0, 500).items()).isEmpty();
        assertThat(refusalOf(() -> catalog.list(0, 501)).errors().getFirst().field())
                .isEqualTo("size");
        assertThat(refusalOf(() -> catalog.list(0, 0)).code())
                .isEqualTo(ProblemCode.VALIDATION_FAILED);
        assertThat(refusalOf(() -> catalog.list(-1, 1)).errors().getFirst().field())
                .isEqualTo("page");
    }

    @Test
    void thePageAfterAllOthersIsEmpty() {
        fixture.room("r");

        assertThat(catalog.list(Integer.MAX_VALUE, 500).items()).isEmpty();
    }

    @Test
    void aPasswordOpensItsRoomOnly() {
        fixture.room("r", 2, "secret");
        fixture.room("open");

        assertThat(catalog.opens(new RoomName("r"), "secret", HOME)).isTrue();
        assertThat(catalog.opens(new RoomName("r"), "wrong", HOME)).isFalse();
        assertThat(catalog.opens(new RoomName("open"), null, HOME)).isTrue();
        assertThat(catalog.opens(new RoomName("none"), null, HOME)).isFalse();
        assertThat(fixture.limits().taken(Limit.WRONG_PASSWORD, HOME.value())).isEqualTo(1);
    }

    @Test
    void newRoomsAreCounted() {
        fixture.limits().allow(Limit.CREATE_ROOM, 1);
        fixture.room("r");

        assertThat(refusalOf(() -> fixture.room("s")).code()).isEqualTo(ProblemCode.RATE_LIMITED);
    }

    @Test
    void aRoomTravelsWithMillisecondsInUtc() {
        var view = RoomView.of(fixture.room("r"));

        assertThat(view.roomCreateAt()).isEqualTo("2026-01-31T09:30:00.000Z");
    }

    /** The same rules hold on another database: {@link RoomsOnMariaDbIT}. */
    RoomFixture open() {
        return new RoomFixture();
    }
}

package io.eyestalk.activity;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/** Documents for tests. */
final class Documents {
    static final Instant NOON = Instant.parse("2026-11-23T12:00:00.250Z");

    private Documents() {}

    /** The same one for the same number. */
    static ActivityDocument numbered(int number) {
        return at(number, NOON.plusMillis(number));
    }

    /** With every field there is. */
    static ActivityDocument complete() {
        return new ActivityDocument(
                new UUID(0x7000L, -1),
                ActivityKind.CHAT,
                "디자인",
                "지우",
                "sid-1",
                NOON,
                "node-1",
                "e30.e30.e30.e30.e30");
    }

    static ActivityDocument at(int number, Instant at) {
        return new ActivityDocument(
                new UUID(0x7000L, number),
                ActivityKind.JOIN,
                "room " + number,
                "ann",
                "sid-" + number,
                at,
                "node-1",
                null);
    }

    static List<ActivityDocument> numbered(int from, int to) {
        return IntStream.range(from, to).mapToObj(Documents::numbered).toList();
    }
}

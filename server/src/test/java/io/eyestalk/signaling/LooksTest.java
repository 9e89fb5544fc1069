package io.eyestalk.signaling;

import static org.assertj.core.api.Assertions.assertThat;

import io.eyestalk.realtime.Bulletins;
import io.eyestalk.shared.MemberId;
import io.eyestalk.shared.RoomId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LooksTest {
    private static final RoomId ROOM = new RoomId("r1");
    private static final RoomId LEFT = new RoomId("r2");

    private final Line line = new Line();
    private final Looks looks = new Looks(line);

    @Test
    void whatCouldNotBeToldIsToldOnceOthersCanHear() {
        line.open = false;
        looks.tell(RoomLook.changed(LEFT, new MemberId("anna")));
        line.open = true;

        looks.recover(Set.of(ROOM));
        looks.recover(Set.of(ROOM));

        assertThat(line.told)
                .containsExactly(RoomLook.at(LEFT), RoomLook.at(ROOM), RoomLook.at(ROOM));
    }

    /** The way to other nodes, open or not. */
    private static final class Line implements Bulletins {
        private final List<Object> told = new ArrayList<>();
        private boolean open = true;

        @Override
        public boolean toRoom(RoomId room, String kind, Object body) {
            return open && told.add(body);
        }

        @Override
        public boolean toAll(String kind, Object body) {
            throw new UnsupportedOperationException("a look is for the nodes of one room");
        }
    }
}

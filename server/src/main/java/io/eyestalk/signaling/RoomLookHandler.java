package io.eyestalk.signaling;

import io.eyestalk.realtime.BulletinHandler;
import io.eyestalk.realtime.InCluster;
import org.springframework.stereotype.Component;

/** Another node has changed a room that has people here. */
@Component
@InCluster
class RoomLookHandler implements BulletinHandler<RoomLook> {
    private final Rosters rosters;

    RoomLookHandler(Rosters rosters) {
        this.rosters = rosters;
    }

    @Override
    public String kind() {
        return RoomLook.KIND;
    }

    @Override
    public Class<RoomLook> type() {
        return RoomLook.class;
    }

    @Override
    public void handle(RoomLook look) {
        rosters.refresh(look);
    }
}

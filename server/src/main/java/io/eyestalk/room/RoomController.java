package io.eyestalk.room;

import io.eyestalk.shared.ClientAddress;
import io.eyestalk.shared.ConnectionId;
import io.eyestalk.shared.ProblemCode;
import io.eyestalk.shared.RejectedException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

/** REST door of the rooms. */
@RestController
class RoomController implements RoomApi {
    private final RoomCatalog catalog;
    private final Admission admission;
    private final Presence presence;

    RoomController(RoomCatalog catalog, Admission admission, Presence presence) {
        this.catalog = catalog;
        this.admission = admission;
        this.presence = presence;
    }

    @Override
    public ResponseEntity<CreatedRoomView> create(CreateRoomRequest request, ClientAddress from) {
        var wanted = request.values();
        var room = catalog.create(wanted, from);
        return ResponseEntity.status(HttpStatus.CREATED)
                .body(new CreatedRoomView(RoomView.of(room), wanted.creator().value()));
    }

    @Override
    public ResponseEntity<List<RoomView>> list(int page, int size) {
        return answer(catalog.list(page, size));
    }

    @Override
    public ResponseEntity<List<RoomView>> search(String roomName, int page, int size) {
        var found = catalog.search(roomName, page, size);
        if (found.total() == 0) {
            throw new RejectedException(ProblemCode.ROOM_IS_EMPTY);
        }
        return answer(found);
    }

    @Override
    public Map<String, String> enter(EnterRoomRequest request, ClientAddress from) {
        var wanted = request.withConnection();
        var entry =
                admission.enter(
                        new EnterRequest(
                                wanted.room(),
                                wanted.nickname(),
                                request.roomPassword(),
                                wanted.requiredConnection(),
                                from,
                                Via.REST));
        var members = new LinkedHashMap<String, String>();
        entry.others().forEach(member -> put(members, member));
        put(members, entry.self());
        return members;
    }

    @Override
    public boolean exit(String socketId) {
        if (!admission.leave(new ConnectionId(socketId))) {
            throw new RejectedException(ProblemCode.MEMBER_NOT_FOUND);
        }
        return true;
    }

    @Override
    public ResponseEntity<Void> closing(@Nullable String socketId) {
        connection(socketId).ifPresent(presence::closing);
        return ResponseEntity.noContent().build();
    }

    @Override
    public boolean mayCreate(RoomTitleRequest request) {
        return catalog.isFree(request.name());
    }

    @Override
    public ResponseEntity<String> mayEnter(EnterRoomRequest request, ClientAddress from) {
        var wanted = request.withoutConnection();
        try {
            admission.check(wanted.room(), wanted.nickname(), request.roomPassword(), from);
            return ResponseEntity.ok().build();
        } catch (RejectedException rejection) {
            var reason = reason(rejection.code());
            return ResponseEntity.badRequest()
                    .contentType(MediaType.TEXT_PLAIN)
                    .body(reason.orElseThrow(() -> rejection));
        }
    }

    /** The words of 2022 for the three reasons that have one. */
    private static Optional<String> reason(ProblemCode code) {
        return switch (code) {
            case INVALID_NICKNAME -> Optional.of("nickname_error");
            case FULL_CAPACITY -> Optional.of("capacity_error");
            case INVALID_PASSWORD -> Optional.of("password_error");
            default -> Optional.empty();
        };
    }

    /** A beacon cannot be answered, so nonsense in it is passed over. */
    private static Optional<ConnectionId> connection(@Nullable String socketId) {
        try {
            return Optional.ofNullable(socketId).map(ConnectionId::new);
        } catch (RejectedException nonsense) {
            return Optional.empty();
        }
    }

    private static void put(Map<String, String> members, Member member) {
        members.put(member.id().value(), member.nickname().value());
    }

    private static ResponseEntity<List<RoomView>> answer(RoomPage page) {
        return ResponseEntity.ok()
                .header(TOTAL, Long.toString(page.total()))
                .body(page.items().stream().map(RoomView::of).toList());
    }
}

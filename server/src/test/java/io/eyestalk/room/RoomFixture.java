package io.eyestalk.room;

import io.eyestalk.shared.ClientAddress;
import io.eyestalk.shared.ConnectionId;
import io.eyestalk.shared.FakeRateLimits;
import io.eyestalk.shared.ManualClock;
import io.eyestalk.shared.Nickname;
import io.eyestalk.shared.NodeId;
import io.eyestalk.shared.RandomIds;
import io.eyestalk.shared.RoomName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** The module without Spring, on a database in memory and a clock that a test moves. */
public final class RoomFixture {
    /** Who creates the rooms. */
    public static final Nickname CREATOR = new Nickname("creator");

    public static final ClientAddress HOME = new ClientAddress("192.0.2.1");

    private static final RoomProperties PROPERTIES =
            new RoomProperties(
                    4,
                    4,
                    Duration.ofSeconds(60),
                    Duration.ofSeconds(60),
                    Duration.ofSeconds(2),
                    Duration.ofSeconds(10),
                    Duration.ofSeconds(5),
                    Duration.ofSeconds(30),
                    Duration.ofMinutes(2),
                    2);

    private final List<Object> news = Collections.synchronizedList(new ArrayList<>());
    private final ManualClock clock;
    private final NodeId self;
    private final FakeLease lease = new FakeLease();
    private final FakeRateLimits limits = new FakeRateLimits();
    private final DataSource source;
    private final JdbcClient jdbc;
    private final RoomCatalog catalog;
    private final Admission admission;
    private final Presence presence;
    private final Sweeper sweeper;
    private final DueTimes dueTimes;
    private final Rooms rooms;
    private final RoomTurns turns;
    private final SeatReview review;

    public RoomFixture() {
        this(inMemory());
    }

    /** On a database that has the tables already. */
    public RoomFixture(DataSource source) {
        this(source, "alone", new ManualClock());
    }

    /** One of several nodes on the same database, with the same clock. */
    RoomFixture(DataSource source, String node, ManualClock clock) {
        this.source = source;
        this.clock = clock;
        this.self = new NodeId(node, node);
        jdbc = JdbcClient.create(source);

        rooms = new Rooms(jdbc);
        var seats = new Seats(jdbc, self);
        var nodeSeats = new NodeSeats(jdbc, self);
        var tokens = new ResumeTokens(jdbc);
        var hearing = new Hearing(jdbc);
        var storage = new Storage();
        var alarm = new SweepAlarm();
        turns = new RoomTurns(rooms, storage, new JdbcTransactionManager(source), news::add);
        var passwords = new Passwords(new PasswordHashing(PROPERTIES), limits);
        var keeper = new SeatKeeper(rooms, seats, tokens, new RandomIds(), PROPERTIES, clock);
        dueTimes = new DueTimes(jdbc, self);
        catalog =
                new RoomCatalog(rooms, passwords, limits, turns, storage, alarm, PROPERTIES, clock);
        admission =
                new Admission(
                        rooms, seats, tokens, passwords, limits, keeper, turns, storage, alarm,
                        clock);
        presence = new Presence(seats, hearing, turns, storage, alarm, PROPERTIES, clock);
        review = new SeatReview(seats, nodeSeats, turns, storage);
        var takeover =
                new Takeover(
                        new Nodes(jdbc, self),
                        nodeSeats,
                        seats,
                        hearing,
                        turns,
                        storage,
                        lease,
                        self,
                        PROPERTIES,
                        clock);
        sweeper =
                new Sweeper(
                        rooms,
                        seats,
                        nodeSeats,
                        tokens,
                        hearing,
                        keeper,
                        turns,
                        storage,
                        takeover,
                        lease,
                        news::add,
                        PROPERTIES,
                        clock);
    }

    private static DataSource inMemory() {
        var url =
                "jdbc:h2:mem:"
                        + UUID.randomUUID()
                        + ";MODE=MariaDB;DATABASE_TO_LOWER=TRUE;DB_CLOSE_DELAY=-1"
                        + ";CASE_INSENSITIVE_IDENTIFIERS=TRUE;LOCK_TIMEOUT=10000";
        var source = new DriverManagerDataSource(url);
        new ResourceDatabasePopulator(
                        new ClassPathResource("db/migration/V1__rooms.sql"),
                        new ClassPathResource("db/migration/V6__nodes.sql"))
                .execute(source);
        return source;
    }

    public RoomCatalog catalog() {
        return catalog;
    }

    public Admission admission() {
        return admission;
    }

    public Presence presence() {
        return presence;
    }

    public ManualClock clock() {
        return clock;
    }

    public FakeRateLimits limits() {
        return limits;
    }

    public SeatReview review() {
        return review;
    }

    /** What was told so far, in order. */
    public List<Object> news() {
        return List.copyOf(news);
    }

    public <T> List<T> news(Class<T> type) {
        return news().stream().filter(type::isInstance).map(type::cast).toList();
    }

    public void forgetNews() {
        news.clear();
    }

    /** Lets time pass and takes away what is due then. */
    public void pass(Duration time) {
        clock.advance(time);
        sweeper.sweep();
    }

    /** What a start of the server does to those who were there before. */
    public void restart() {
        sweeper.begin();
    }

    public Room room(String name, int capacity, @Nullable String password) {
        return catalog.create(new NewRoom(new RoomName(name), capacity, password, CREATOR), HOME);
    }

    public Room room(String name) {
        return room(name, 4, null);
    }

    /** Enters over a socket; the connection is called like the person. */
    public Entry enter(String room, String nickname) {
        return admission.enter(request(room, nickname, null));
    }

    public EnterRequest request(String room, String nickname, @Nullable String password) {
        return new EnterRequest(
                RoomRef.byName(new RoomName(room)),
                new Nickname(nickname),
                password,
                connection(nickname),
                HOME,
                Via.SOCKET);
    }

    public static ConnectionId connection(String name) {
        return new ConnectionId("connection-of-" + name);
    }

    /** Another node on the same database, where nobody is yet. */
    RoomFixture neighbour(String node) {
        return new RoomFixture(source, node, clock);
    }

    /** Gives this node a lease that holds for six seconds from now. */
    void renewLease() {
        jdbc.sql(
                        """
                        insert into node (node_id, node_name, started_at, lease_until)
                        values (:self, :self, :now, :until)
                        on duplicate key update lease_until = :until
                        """)
                .param("self", self.value())
                .param("now", UtcTime.toColumn(clock.instant()))
                .param("until", UtcTime.toColumn(clock.instant().plusSeconds(6)))
                .update();
    }

    LiveNodes liveNodes() {
        return new LiveNodes(new Nodes(jdbc, self), new Storage(), clock);
    }

    /** The node that looks after this member's seat. */
    Optional<String> keeperOf(Member member) {
        return jdbc.sql("select node_id from room_user where sid = :sid")
                .param("sid", member.id().value())
                .query(String.class)
                .optional();
    }

    FakeLease lease() {
        return lease;
    }

    NodeId self() {
        return self;
    }

    /** One pass of the sweeper, without time passing. */
    void sweep() {
        sweeper.sweep();
    }

    JdbcClient jdbc() {
        return jdbc;
    }

    Rooms rooms() {
        return rooms;
    }

    RoomTurns turns() {
        return turns;
    }

    DueTimes dueTimes() {
        return dueTimes;
    }
}

package io.eyestalk.realtime;

import io.eyestalk.shared.MemberId;
import io.eyestalk.shared.Nickname;
import io.eyestalk.shared.NodeId;
import io.eyestalk.shared.RoomId;
import io.lettuce.core.ClientOptions;
import io.lettuce.core.SocketOptions;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.core.ResolvableType;
import org.springframework.data.redis.connection.RedisStandaloneConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceClientConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;

/** What a node has for the relay, with a real Redis, and no database. */
final class RelayNode implements AutoCloseable {
    private final LiveSessions sessions = new LiveSessions();
    private final LocalDelivery delivery = new LocalDelivery(sessions);
    private final StaticListableBeanFactory beans = new StaticListableBeanFactory();
    private final FakeWhereabouts whereabouts = new FakeWhereabouts();
    private final LettuceConnectionFactory connections;
    private final RedisLink link;
    private final Broadcaster broadcaster;
    private final Bulletins bulletins;

    RelayNode(String name, int redisPort, RealtimeObserver observer) {
        beans.addBean("whereabouts", whereabouts);
        connections = connect(redisPort);
        var properties =
                new RelayProperties(
                        RelayProperties.Over.REDIS,
                        "test",
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(2));
        var channels = new Channels(properties, new NodeId(name, name));
        var stamps = new Stamps(new NodeId(name, name));
        var followed = new FollowedRooms();
        var known = beans.getBeanProvider(Whereabouts.class);
        var refresh = new RoomRefresh(followed, known);
        var handlers =
                beans.<BulletinHandler<?>>getBeanProvider(
                        ResolvableType.forClass(BulletinHandler.class));
        var mail =
                new RedisMail(
                        channels,
                        stamps,
                        followed,
                        refresh,
                        delivery,
                        new Observers(List.of(observer)),
                        handlers,
                        known);
        link = new RedisLink(connections, properties, channels, stamps, mail);
        new RoomSubscriptions(sessions, followed, link, channels, refresh, known);
        broadcaster =
                new RelayingBroadcaster(
                        new RedisRelay(link, channels, followed, delivery, known), delivery);
        bulletins = new RedisBulletins(link, channels);
        link.start();
    }

    Broadcaster broadcaster() {
        return broadcaster;
    }

    Bulletins bulletins() {
        return bulletins;
    }

    FakeWhereabouts whereabouts() {
        return whereabouts;
    }

    boolean isUp() {
        return link.isUp();
    }

    void add(BulletinHandler<?> handler) {
        beans.addBean(handler.kind(), handler);
    }

    /** Somebody connects to this node and sits down in a room. */
    FakeSocket seat(RoomId room, String member) {
        var socket = new FakeSocket("c-" + member);
        var session = socket.open(sessions);
        session.bind(new Seat(room, new MemberId(member), new Nickname(member)));
        session.release();
        return socket;
    }

    /** Somebody connects to this node and stays in the lobby. */
    FakeSocket visitor() {
        var socket = new FakeSocket("c-lobby");
        socket.open(sessions);
        return socket;
    }

    @Override
    public void close() {
        link.stop();
        connections.destroy();
    }

    private static LettuceConnectionFactory connect(int port) {
        var options = ClientOptions.builder();
        options.socketOptions(
                SocketOptions.builder().connectTimeout(Duration.ofSeconds(1)).build());
        new RedisSetup().nothingIsReconnectedInSilence().customize(options);
        var client =
                LettuceClientConfiguration.builder()
                        .clientOptions(options.build())
                        .commandTimeout(Duration.ofSeconds(1))
                        .shutdownTimeout(Duration.ZERO)
                        .build();
        var factory =
                new LettuceConnectionFactory(
                        new RedisStandaloneConfiguration("127.0.0.1", port), client);
        factory.afterPropertiesSet();
        factory.start();
        return factory;
    }

    /** Who is on other nodes, as a test says. */
    static final class FakeWhereabouts implements Whereabouts {
        private final Map<MemberId, String> elsewhere = new ConcurrentHashMap<>();
        private final Set<RoomId> certain = ConcurrentHashMap.newKeySet();

        /** This member is known to be on that node. */
        void say(String member, String node) {
            elsewhere.put(new MemberId(member), node);
        }

        void sayNobody() {
            elsewhere.clear();
        }

        @Override
        public void refresh(RoomId room) {
            certain.add(room);
        }

        @Override
        public void forget(RoomId room) {
            certain.remove(room);
        }

        @Override
        public void doubt() {
            certain.clear();
        }

        @Override
        public void recover() {}

        @Override
        public boolean isCertain(RoomId room) {
            return certain.contains(room);
        }

        @Override
        public Set<String> otherNodes(RoomId room, Optional<MemberId> except) {
            var others = new HashMap<>(elsewhere);
            except.ifPresent(others::remove);
            return Set.copyOf(others.values());
        }

        @Override
        public Optional<String> otherNode(RoomId room, MemberId member) {
            return Optional.ofNullable(elsewhere.get(member));
        }
    }
}

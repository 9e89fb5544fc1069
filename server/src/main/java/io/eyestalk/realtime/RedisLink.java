package io.eyestalk.realtime;

import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.stereotype.Component;

/**
 * The way to Redis: opened, watched with a message to itself each second, and opened anew when it
 * is dead. Each opening is told to {@link RedisMail}, for what was missed.
 */
@Component
@InCluster
final class RedisLink implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(RedisLink.class);
    private static final Duration BEAT = Duration.ofSeconds(1);
    private static final Duration BEFORE_RETRY = Duration.ofMillis(300);
    private static final Duration FIRST = Duration.ofSeconds(2);

    private final LettuceConnectionFactory connections;
    private final RelayProperties properties;
    private final Channels channels;
    private final Stamps stamps;
    private final RedisMail mail;
    private final CountDownLatch firstTry = new CountDownLatch(1);
    private final CountDownLatch stopped = new CountDownLatch(1);

    /** Where channels are subscribed to; not yet or no longer fit for publishing if not up. */
    private volatile @Nullable RedisSession session;

    private volatile boolean up;
    private volatile boolean running;

    RedisLink(
            LettuceConnectionFactory connections,
            RelayProperties properties,
            Channels channels,
            Stamps stamps,
            RedisMail mail) {
        this.connections = connections;
        this.properties = properties;
        this.channels = channels;
        this.stamps = stamps;
        this.mail = mail;
    }

    /** Whether messages can be sent now, as far as is known. */
    boolean isUp() {
        return up;
    }

    /** The way, if it is open. */
    Optional<RedisSession> open() {
        return up ? Optional.ofNullable(session) : Optional.empty();
    }

    /**
     * Publishes something, waiting for Redis a second at most.
     *
     * @param listeners how many nodes have to listen to that channel, or nobody gets it
     * @return NOBODY when fewer listen
     */
    Delivery publish(String channel, Envelope.Content content, int listeners) {
        var open = open();
        if (open.isEmpty()) {
            return Delivery.UNAVAILABLE;
        }
        try {
            return open.get().publish(channel, stamps.seal(content).toBytes(), listeners)
                    ? Delivery.REACHED
                    : Delivery.NOBODY;
        } catch (RedisException failure) {
            log.debug("event=relay-refused cause={}", failure.toString());
            return Delivery.UNAVAILABLE;
        }
    }

    /** Listens to a channel from now on; the stage completes when Redis has said so. */
    CompletionStage<Void> subscribe(String channel) {
        return Optional.ofNullable(session)
                .map(open -> open.subscribe(List.of(channel)))
                .orElseGet(() -> CompletableFuture.completedStage(null));
    }

    void unsubscribe(String channel) {
        Optional.ofNullable(session).ifPresent(open -> open.unsubscribe(channel));
    }

    @Override
    public void start() {
        running = true;
        Thread.ofVirtual().name("relay-link").start(this::run);
        try {
            if (!firstTry.await(FIRST.toMillis(), TimeUnit.MILLISECONDS)) {
                log.warn("event=relay-not-there-yet");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void stop() {
        running = false;
        stopped.countDown();
        Optional.ofNullable(session).ifPresent(RedisSession::close);
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before the web server, and until after it. */
    @Override
    public int getPhase() {
        return 0;
    }

    private void run() {
        try {
            while (running) {
                serve();
                stopped.await(BEFORE_RETRY.toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void serve() throws InterruptedException {
        try (var open =
                new RedisSession(client(), properties.patience(), stamps.clock(), mail::accept)) {
            session = open;
            open.await(open.subscribe(own()));
            open.await(open.subscribe(mail.channels()));
            up = true;
            log.info("event=relay-open");
            firstTry.countDown();
            mail.opened();
            beat(open);
        } catch (RedisException away) {
            log.debug("event=relay-away cause={}", away.toString());
        } finally {
            close();
        }
    }

    private void close() {
        session = null;
        firstTry.countDown();
        if (up) {
            up = false;
            if (running) {
                log.warn("event=relay-lost");
            }
            mail.lost();
        }
    }

    /** Speaks to itself through Redis until that fails: only so a half-open line is noticed. */
    private void beat(RedisSession open) throws InterruptedException {
        while (open.silence().compareTo(properties.silence()) < 0) {
            try {
                open.publish(channels.own(), stamps.seal(new Envelope.Content.Beat()).toBytes(), 0);
                open.readClock();
            } catch (RedisException late) {
                log.debug("event=relay-beat-missed cause={}", late.toString());
            }
            if (open.isDeadWithin(BEAT)) {
                return;
            }
        }
    }

    private Collection<String> own() {
        return List.of(channels.own(), channels.all());
    }

    private RedisClient client() {
        if (connections.getRequiredNativeClient() instanceof RedisClient client) {
            return client;
        }
        throw new IllegalStateException("eyestalk.relay: a Redis Cluster is not supported");
    }
}

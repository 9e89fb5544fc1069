package io.eyestalk.realtime;

import io.lettuce.core.RedisChannelHandler;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisConnectionStateListener;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisFuture;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.codec.RedisCodec;
import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.pubsub.RedisPubSubAdapter;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;

/**
 * One pair of connections to Redis, one that speaks and one that listens. Once anything fails it is
 * dead for good: whatever was missed meanwhile has to be asked for, so nothing is re-connected in
 * silence.
 */
final class RedisSession implements AutoCloseable {
    private static final RedisCodec<String, byte[]> CODEC =
            RedisCodec.of(StringCodec.UTF8, ByteArrayCodec.INSTANCE);

    private final StatefulRedisConnection<String, byte[]> speaking;
    private final StatefulRedisPubSubConnection<String, byte[]> listening;
    private final Duration patience;
    private final RedisClock clock;
    private final CountDownLatch dead = new CountDownLatch(1);
    private final AtomicBoolean closed = new AtomicBoolean();
    private final String script;
    private volatile long heard = System.nanoTime();

    /**
     * Connects.
     *
     * @param mail takes every message and its channel, in order, and never waits
     * @throws RedisException when Redis cannot be reached
     */
    RedisSession(
            RedisClient client,
            Duration patience,
            RedisClock clock,
            BiConsumer<String, byte[]> mail) {
        this.patience = patience;
        this.clock = clock;
        this.speaking = client.connect(CODEC);
        try {
            this.listening = client.connectPubSub(CODEC);
        } catch (RuntimeException failure) {
            var _ = speaking.closeAsync();
            throw failure;
        }
        try {
            listening.addListener(
                    new RedisPubSubAdapter<>() {
                        @Override
                        public void message(String channel, byte[] message) {
                            heard = System.nanoTime();
                            mail.accept(channel, message);
                        }
                    });
            var end = new End();
            speaking.addListener(end);
            listening.addListener(end);
            this.script = await(speaking.async().scriptLoad(RelayScript.PUBLISH));
            readClock();
        } catch (RuntimeException failure) {
            close();
            throw failure;
        }
    }

    /**
     * Publishes.
     *
     * @param listeners how many have to listen to that channel
     * @return whether they do; nothing is published otherwise
     * @throws RedisException when it is not published, and will not be
     */
    boolean publish(String channel, byte[] message, int listeners) {
        var deadline = clock.now() + patience.toNanos() / 1000;
        RedisFuture<Long> answer =
                speaking.async()
                        .evalsha(
                                script,
                                ScriptOutputType.INTEGER,
                                new String[] {channel},
                                digits(deadline),
                                digits(listeners),
                                message);
        var receivers = await(answer);
        if (receivers == RelayScript.TOO_LATE) {
            throw new RedisException("too late");
        }
        return receivers != RelayScript.TOO_FEW;
    }

    private static byte[] digits(long number) {
        return Long.toString(number).getBytes(StandardCharsets.US_ASCII);
    }

    /** Listens to these channels, too. The stage completes when Redis has said so. */
    CompletionStage<Void> subscribe(Collection<String> channels) {
        return channels.isEmpty()
                ? CompletableFuture.completedStage(null)
                : listening.async().subscribe(channels.toArray(String[]::new));
    }

    void unsubscribe(String channel) {
        var _ = listening.async().unsubscribe(channel);
    }

    /**
     * Adds to a list of which only the latest are kept, and only for a time. Nothing is waited for.
     */
    void append(String key, String entry, int most, Duration kept) {
        var _ = speaking.async().rpush(key, entry.getBytes(StandardCharsets.UTF_8));
        var _ = speaking.async().ltrim(key, -most, -1);
        var _ = speaking.async().pexpire(key, kept);
    }

    /** Takes an entry out of a list. Nothing is waited for. */
    void remove(String key, String entry) {
        var _ = speaking.async().lrem(key, -1, entry.getBytes(StandardCharsets.UTF_8));
    }

    /** The entries of a list; none when Redis does not answer. */
    List<String> entries(String key) {
        try {
            return await(speaking.async().lrange(key, 0, -1)).stream()
                    .map(entry -> new String(entry, StandardCharsets.UTF_8))
                    .toList();
        } catch (RedisException away) {
            return List.of();
        }
    }

    /** Sets the shared clock anew. */
    void readClock() {
        var asked = System.nanoTime();
        var answer = await(speaking.async().time());
        clock.set(
                asked,
                answer.stream().map(part -> new String(part, StandardCharsets.US_ASCII)).toList());
    }

    /** How long nothing was heard. */
    Duration silence() {
        return Duration.ofNanos(System.nanoTime() - heard);
    }

    /** Waits that long, or until this is dead, and tells whether it is. */
    boolean isDeadWithin(Duration pause) throws InterruptedException {
        return dead.await(pause.toNanos(), TimeUnit.NANOSECONDS);
    }

    @Override
    public void close() {
        if (closed.getAndSet(true)) {
            return;
        }
        dead.countDown();
        var _ = speaking.closeAsync();
        var _ = listening.closeAsync();
    }

    /** What is late is not done, so a pause of either side ends nothing; a broken line does. */
    <T> T await(CompletionStage<T> answer) {
        try {
            return answer.toCompletableFuture().get(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RedisException("interrupted");
        } catch (TimeoutException late) {
            throw new RedisException("no answer in time", late);
        } catch (ExecutionException failure) {
            dead.countDown();
            throw new RedisException("no answer", failure);
        }
    }

    /** Hears that a connection ended. */
    private final class End implements RedisConnectionStateListener {
        @Override
        public void onRedisDisconnected(RedisChannelHandler<?, ?> connection) {
            dead.countDown();
        }
    }
}

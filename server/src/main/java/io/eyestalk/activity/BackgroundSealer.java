package io.eyestalk.activity;

import com.nimbusds.jose.JOSEException;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Seals in a thread of its own, since whoever speaks may stand in an event loop. Texts wait for it
 * in memory only, as long as sealing those before them takes; what finds no place there is written
 * down without its text.
 */
final class BackgroundSealer implements ChatSealer, SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(BackgroundSealer.class);
    private static final int MOST_WAITING = 1000;
    private static final int LAST_WORDS_SECONDS = 2;

    /** Ends after all who speak and before {@link ActivityLog}. */
    private static final int PHASE = ActivityLog.PHASE + 1;

    private final SealingKey key;
    private final Counter unsealed;
    private volatile @Nullable ThreadPoolExecutor worker;
    private volatile boolean inHurry;

    BackgroundSealer(SealingKey key, MeterRegistry registry) {
        this.key = key;
        this.unsealed =
                Counter.builder("eyestalk.activity.unsealed")
                        .description("Messages written down without their text, for lack of time")
                        .register(registry);
    }

    @Override
    public void seal(String text, Consumer<@Nullable String> then) {
        var running = worker;
        try {
            if (running != null) {
                running.execute(() -> then.accept(sealed(text)));
                return;
            }
        } catch (RejectedExecutionException tooMany) {
            log.debug("event=too-many-to-seal waiting={}", MOST_WAITING);
        }
        unsealed.increment();
        then.accept(null);
    }

    private @Nullable String sealed(String text) {
        if (inHurry) {
            unsealed.increment();
            return null;
        }
        try {
            return key.seal(text);
        } catch (JOSEException failure) {
            unsealed.increment();
            log.error("event=not-sealed", failure);
            return null;
        }
    }

    @Override
    public void start() {
        inHurry = false;
        worker =
                new ThreadPoolExecutor(
                        1,
                        1,
                        0,
                        TimeUnit.SECONDS,
                        new ArrayBlockingQueue<>(MOST_WAITING),
                        Thread.ofPlatform().daemon().name("activity-sealer").factory());
        log.info("event=chat-sealed kid={}", key.id());
    }

    /** Seals what waits first, as far as there is time. */
    @Override
    public void stop() {
        var ending = worker;
        worker = null;
        if (ending == null) {
            return;
        }
        ending.shutdown();
        try {
            if (!ending.awaitTermination(LAST_WORDS_SECONDS, TimeUnit.SECONDS)) {
                log.warn("event=unsealed-left count={}", ending.getQueue().size());
                inHurry = true;
                ending.awaitTermination(LAST_WORDS_SECONDS, TimeUnit.SECONDS);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return worker != null;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }
}

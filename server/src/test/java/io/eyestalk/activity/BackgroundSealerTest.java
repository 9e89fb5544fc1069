package io.eyestalk.activity;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class BackgroundSealerTest {
    private static final SealingKey KEY = new SealingKey(OperatorKeys.make().publicPem());
    private static final int PLACES = 1000;

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final BackgroundSealer sealer = new BackgroundSealer(KEY, registry);
    private final List<@Nullable String> sealed = Collections.synchronizedList(new ArrayList<>());
    private final CountDownLatch busy = new CountDownLatch(1);
    private final CountDownLatch go = new CountDownLatch(1);

    @BeforeEach
    void start() {
        sealer.start();
    }

    @AfterEach
    void stop() {
        go.countDown();
        sealer.stop();
    }

    @Test
    void whoeverSpeaksGoesOnWhileTheTextIsSealed() throws InterruptedException {
        keepTheSealerBusy();

        sealer.seal("hello", sealed::add);

        assertThat(sealed).isEmpty();
        go.countDown();
        sealer.stop();
        assertThat(sealed).singleElement().asString().startsWith("eyJ");
    }

    @Test
    void aMessageThatFindsNoPlaceIsWrittenWithoutItsTextAndCounted() throws InterruptedException {
        keepTheSealerBusy();
        IntStream.range(0, PLACES).forEach(_ -> sealer.seal("waits", _ -> {}));

        sealer.seal("one too many", sealed::add);

        assertThat(sealed).containsExactly((String) null);
        assertThat(registry.counter("eyestalk.activity.unsealed").count()).isEqualTo(1);
    }

    @Test
    void aMessageAfterTheEndIsWrittenWithoutItsText() {
        sealer.stop();

        sealer.seal("late", sealed::add);

        assertThat(sealed).containsExactly((String) null);
    }

    @Test
    void sealsAgainAfterAPause() {
        sealer.stop();
        sealer.start();

        sealer.seal("hello", sealed::add);

        sealer.stop();
        assertThat(sealed).singleElement().asString().startsWith("eyJ");
    }

    private void keepTheSealerBusy() throws InterruptedException {
        sealer.seal(
                "first",
                _ -> {
                    busy.countDown();
                    awaitLeave();
                });
        busy.await();
    }

    private void awaitLeave() {
        try {
            go.await();
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }
}

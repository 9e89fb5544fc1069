package io.eyestalk.activity;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class SinkWorkerTest {
    private static final ActivityProperties PROPERTIES =
            new ActivityProperties(10, 5, Duration.ofMillis(1), Duration.ofDays(1), "");

    private final Shelf shelf = new Shelf();
    private final SinkWorker worker = new SinkWorker(shelf, PROPERTIES, new SimpleMeterRegistry());

    @Test
    void writesWhatWaitsBeforeItEnds() {
        worker.start();
        Documents.numbered(0, 7).forEach(worker::offer);

        worker.stop();

        assertThat(shelf.written).isEqualTo(Documents.numbered(0, 7));
    }

    @Test
    void goesOnAfterAPause() {
        worker.start();
        worker.offer(Documents.numbered(0));
        worker.stop();

        worker.start();
        worker.offer(Documents.numbered(1));
        worker.stop();

        assertThat(shelf.written).isEqualTo(Documents.numbered(0, 2));
    }

    @Test
    void triesABatchAgainThatTheSinkCouldNotTake() {
        shelf.refusals = 1;
        worker.start();
        worker.offer(Documents.numbered(0));

        shelf.awaitAttempts(2);
        worker.stop();

        assertThat(shelf.written).isEqualTo(Documents.numbered(0, 1));
    }

    /** A sink in memory that is away for its first `refusals` attempts. */
    private static final class Shelf implements ActivitySink {
        final List<ActivityDocument> written = Collections.synchronizedList(new ArrayList<>());
        volatile int refusals;
        private int attempts;

        @Override
        public String name() {
            return "shelf";
        }

        @Override
        public synchronized Written write(List<ActivityDocument> documents)
                throws SinkAwayException {
            attempts++;
            notifyAll();
            if (attempts <= refusals) {
                throw new SinkAwayException("on holiday", new IllegalStateException("away"));
            }
            written.addAll(documents);
            return Written.ALL;
        }

        @Override
        public void tidy() {
            // nothing grows old here
        }

        synchronized void awaitAttempts(int wanted) {
            while (attempts < wanted) {
                try {
                    wait();
                } catch (InterruptedException interrupted) {
                    throw new AssertionError("interrupted while waiting", interrupted);
                }
            }
        }
    }
}

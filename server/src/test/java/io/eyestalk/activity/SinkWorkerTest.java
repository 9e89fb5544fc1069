package io.eyestalk.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(20)
class SinkWorkerTest {
    private final Shelf shelf = new Shelf();
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final Path folder;
    private final SinkWorker worker;

    SinkWorkerTest(@TempDir Path folder) {
        this.folder = folder;
        this.worker = nextProcess();
    }

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

    @Test
    void anOutageLosesNothingThoughMoreComesThanMemoryHolds() {
        shelf.away = true;
        worker.start();
        var many = Documents.numbered(0, 5 * TestProperties.QUEUE);
        for (var document : many) {
            await().pollInterval(Duration.ofMillis(5)).until(this::hasRoom);
            worker.offer(document);
        }

        shelf.away = false;

        await().until(() -> shelf.written.size() >= many.size());
        worker.stop();
        assertThat(shelf.written).isEqualTo(many);
        assertThat(registry.get("eyestalk.activity.dropped").functionCounter().count()).isZero();
    }

    @Test
    void whatWasNotWrittenIsWrittenByTheNextProcess() {
        shelf.away = true;
        worker.start();
        Documents.numbered(0, 8).forEach(worker::offer);
        worker.stop();
        shelf.away = false;

        var next = nextProcess();
        next.start();
        next.offer(Documents.numbered(8));
        await().until(() -> shelf.written.size() >= 9);
        next.stop();

        assertThat(shelf.written).isEqualTo(Documents.numbered(0, 9));
    }

    @Test
    void asksAgainForTheOnesASinkPutOffOnly() {
        shelf.putOff = Documents.numbered(1, 3);
        worker.start();
        Documents.numbered(0, 4).forEach(worker::offer);

        await().until(() -> shelf.written.size() >= 4);
        worker.stop();

        assertThat(shelf.written).containsExactlyInAnyOrderElementsOf(Documents.numbered(0, 4));
    }

    @Test
    void aSinkThatHangsDoesNotHoldUpTheEnd() {
        shelf.hangs = true;
        worker.start();
        worker.offer(Documents.numbered(0));
        shelf.awaitAttempts(1);

        worker.stop();

        shelf.hangs = false;
        var next = nextProcess();
        next.start();
        await().until(() -> shelf.written.size() == 1);
        next.stop();
    }

    private boolean hasRoom() {
        var waiting = registry.get("eyestalk.activity.queue.size").gauge().value();
        return waiting < TestProperties.QUEUE;
    }

    private SinkWorker nextProcess() {
        registry.clear();
        return new SinkWorker(shelf, TestProperties.spillingTo(folder), registry);
    }

    /** A sink in memory that is away for its first `refusals` attempts. */
    private static final class Shelf implements ActivitySink {
        final List<ActivityDocument> written = Collections.synchronizedList(new ArrayList<>());
        volatile int refusals;
        volatile boolean away;
        volatile boolean hangs;
        private final CountDownLatch freed = new CountDownLatch(1);
        volatile List<ActivityDocument> putOff = List.of();
        private int attempts;

        @Override
        public String name() {
            return "shelf";
        }

        @Override
        public Written write(List<ActivityDocument> documents) throws SinkAwayException {
            if (count() <= refusals || away || (hangs && isFreed())) {
                throw new SinkAwayException("on holiday");
            }
            var again = documents.stream().filter(putOff::contains).toList();
            putOff = List.of();
            written.addAll(documents.stream().filter(each -> !again.contains(each)).toList());
            return new Written(again, List.of());
        }

        @Override
        public void giveUp() {
            freed.countDown();
        }

        private synchronized int count() {
            attempts++;
            notifyAll();
            return attempts;
        }

        private boolean isFreed() {
            try {
                freed.await();
                return true;
            } catch (InterruptedException interrupted) {
                throw new AssertionError(interrupted);
            }
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

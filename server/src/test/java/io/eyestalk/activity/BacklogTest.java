package io.eyestalk.activity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(20)
class BacklogTest {
    private static final Duration SHORT = Duration.ofMillis(5);
    private static final List<ActivityDocument> NONE = List.of();

    private final Path folder;
    private final ActivityQueue queue = new ActivityQueue(100);
    private final Backlog backlog;

    BacklogTest(@TempDir Path parent) {
        folder = parent.resolve("spill");
        // So small that each batch begins a file.
        backlog = new Backlog(queue, new Spill(folder, 1600), 10);
    }

    @Test
    void nothingTouchesTheDiskWhileTheSinkTakesEverything() throws InterruptedException {
        queue.offer(Documents.numbered(0));

        backlog.settle(backlog.next(SHORT, SHORT), NONE);

        assertThat(folder).doesNotExist();
        assertThat(rest()).isEmpty();
    }

    @Test
    void newDocumentsWaitBehindThoseOnDisk() throws InterruptedException {
        fail(Documents.numbered(0));

        queue.offer(Documents.numbered(1));

        assertThat(rest()).isEqualTo(Documents.numbered(0, 2));
    }

    @Test
    void aDiskThatTakesNoMoreLosesNothing() throws IOException, InterruptedException {
        fail(Documents.numbered(0));
        Files.createFile(folder.resolve("000000000000002.ndjson"));

        queue.offer(Documents.numbered(1));

        assertThat(rest()).containsExactlyInAnyOrderElementsOf(Documents.numbered(0, 2));
    }

    @Test
    void withoutADiskDocumentsWaitInMemory() throws IOException, InterruptedException {
        Files.writeString(folder, "a file where the folder should be");
        fail(Documents.numbered(0));

        queue.offer(Documents.numbered(1));
        backlog.pause(SHORT);

        assertThat(queue.size()).isEqualTo(1);
        assertThat(rest()).isEqualTo(Documents.numbered(0, 2));
    }

    @Test
    void tellsHowManyAreLostAtTheEndWithoutADisk() throws IOException, InterruptedException {
        Files.writeString(folder, "a file where the folder should be");
        fail(Documents.numbered(0));
        queue.offer(Documents.numbered(1));

        assertThat(backlog.close()).isEqualTo(2);
    }

    /** A document that comes while the sink is away. */
    private void fail(ActivityDocument document) throws InterruptedException {
        queue.offer(document);
        var batch = backlog.next(SHORT, SHORT);
        backlog.settle(batch, batch);
    }

    /** All that is left, as a sink gets it that is back. */
    private List<ActivityDocument> rest() throws InterruptedException {
        var all = new ArrayList<ActivityDocument>();
        var batch = backlog.next(SHORT, SHORT);
        while (!batch.isEmpty()) {
            all.addAll(batch);
            backlog.settle(batch, NONE);
            batch = backlog.next(SHORT, SHORT);
        }
        return all;
    }
}

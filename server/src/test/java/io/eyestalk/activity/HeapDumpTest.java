package io.eyestalk.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.management.HotSpotDiagnosticMXBean;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What waits for a sink that is away holds nobody's words, not even in memory. */
@Timeout(60)
class HeapDumpTest {
    private static final int MESSAGES = 100;

    // Backwards, since constants of this class stand in the dump as they are.
    private static final String SDROW = "edisni-eb-ot-ton-sdrow";
    private static final String EMAN = "edisni-eb-ot-eman";

    private final SealingKey key = new SealingKey(OperatorKeys.make().publicPem());
    private final BackgroundSealer sealer = new BackgroundSealer(key, new SimpleMeterRegistry());
    private final ActivityQueue queue = new ActivityQueue(MESSAGES);

    @Test
    void theQueueOfASinkHoldsNoText(@TempDir Path folder) throws IOException {
        var dump = folder.resolve("heap.hprof");
        sealer.start();
        sayMuch();
        await().until(() -> queue.size() == MESSAGES);

        ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
                .dumpHeap(dump.toString(), true);

        assertThat(contains(dump, EMAN, StandardCharsets.ISO_8859_1)).isTrue();
        assertThat(contains(dump, SDROW, StandardCharsets.ISO_8859_1)).isFalse();
        assertThat(contains(dump, SDROW, StandardCharsets.UTF_16LE)).isFalse();
        assertThat(contains(dump, SDROW, StandardCharsets.UTF_16BE)).isFalse();
        sealer.stop();
    }

    /** In a method of its own, so that no local variable keeps a text. */
    private void sayMuch() {
        for (var number = 0; number < MESSAGES; number++) {
            var text = forwards(SDROW).concat(Integer.toString(number));
            sealer.seal(text, message -> queue.offer(said(message)));
        }
    }

    private static ActivityDocument said(String message) {
        return new ActivityDocument(
                UUID.randomUUID(),
                ActivityKind.CHAT,
                "Design",
                forwards(EMAN),
                "sid-1",
                Documents.NOON,
                "node-1",
                message);
    }

    private static String forwards(String backwards) {
        return new StringBuilder(backwards).reverse().toString();
    }

    private static boolean contains(Path file, String backwards, Charset charset)
            throws IOException {
        var wanted = ByteBuffer.wrap(forwards(backwards).getBytes(charset));
        try (var channel = FileChannel.open(file)) {
            var content = channel.map(MapMode.READ_ONLY, 0, channel.size());
            var last = content.capacity() - wanted.capacity();
            for (var at = 0; at <= last; at++) {
                if (content.get(at) == wanted.get(0)
                        && content.slice(at, wanted.capacity()).equals(wanted)) {
                    return true;
                }
            }
            return false;
        }
    }
}

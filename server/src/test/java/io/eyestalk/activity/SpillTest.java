package io.eyestalk.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpillTest {
    /** Of one document in the file, for the numbers used here. */
    private static final int BYTES = ActivityJson.write(Documents.numbered(1000)).length() + 1;

    @TempDir private Path parent;
    private final List<Spill> opened = new ArrayList<>();

    @AfterEach
    void close() throws IOException {
        for (var spill : opened) {
            spill.close();
        }
    }

    @Test
    void givesTheOldestFirstAndTheSameUntilTheyAreRemoved() throws IOException {
        var spill = spill(1_000_000);
        spill.append(Documents.numbered(1000, 1003));
        spill.append(Documents.numbered(1003, 1005));

        assertThat(spill.head(2)).isEqualTo(Documents.numbered(1000, 1002));
        assertThat(spill.head(2)).isEqualTo(Documents.numbered(1000, 1002));
        spill.removeHead();

        assertThat(all(spill)).isEqualTo(Documents.numbered(1002, 1005));
        assertThat(spill.dropped()).isZero();
    }

    @Test
    void takesMoreWhileItIsRead() throws IOException {
        var spill = spill(1_000_000);
        spill.append(Documents.numbered(1000, 1003));
        spill.head(1);

        spill.append(Documents.numbered(1003, 1005));

        assertThat(all(spill)).isEqualTo(Documents.numbered(1000, 1005));
    }

    @Test
    void leavesNothingBehindWhenAllIsRead() throws IOException {
        var spill = spill(1_000_000);
        spill.append(Documents.numbered(1000, 1003));

        all(spill);

        assertThat(spill.isEmpty()).isTrue();
        assertThat(spill.bytes()).isZero();
        assertThat(filesOnDisk()).isEmpty();
    }

    @Test
    void whatWasNotRemovedIsThereTheNextTime() throws IOException {
        var before = spill(1_000_000);
        before.append(Documents.numbered(1000, 1005));
        before.head(2);
        before.close();

        var after = spill(1_000_000);
        after.append(Documents.numbered(1005, 1006));

        assertThat(all(after)).isEqualTo(Documents.numbered(1000, 1006));
    }

    @Test
    void theOldestMakeRoomAndAreCounted() throws IOException {
        var spill = spill(BYTES * 160L);

        for (var number = 1000; number < 1400; number++) {
            spill.append(Documents.numbered(number, number + 1));
        }

        var left = all(spill);
        assertThat(left).hasSizeBetween(150, 160).endsWith(Documents.numbered(1399));
        assertThat(spill.dropped()).isEqualTo(400 - left.size());
    }

    @Test
    void whatWasWrittenBeforeItHadToMakeRoomIsNotCountedAsLost() throws IOException {
        var spill = spill(BYTES * 160L);
        spill.append(Documents.numbered(1000, 1010));
        spill.head(9);
        spill.removeHead();

        for (var number = 1010; number < 1170; number++) {
            spill.append(Documents.numbered(number, number + 1));
        }

        assertThat(spill.dropped()).isEqualTo(1);
    }

    @Test
    void skipsTheHalfLineOfAPowerFailure() throws IOException {
        var before = spill(1_000_000);
        before.append(Documents.numbered(1000, 1002));
        before.close();
        var half = new byte[] {'{', '"', (byte) 0xed, (byte) 0x95};
        Files.write(filesOnDisk().getFirst(), half, StandardOpenOption.APPEND);

        var after = spill(1_000_000);
        after.append(Documents.numbered(1002, 1003));

        assertThat(all(after)).isEqualTo(Documents.numbered(1000, 1003));
    }

    @Test
    void oneProcessAtATimeUsesAFolder() throws IOException {
        spill(1_000_000).append(Documents.numbered(1000, 1001));

        var other = new Spill(folder(), 1_000_000);

        assertThatThrownBy(other::open)
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("another process uses ");
    }

    @Test
    void saysThatItCannotWrite() throws IOException {
        Files.writeString(folder(), "a file where the folder should be");

        assertThatThrownBy(() -> spill(1_000_000).append(Documents.numbered(0, 1)))
                .isInstanceOf(IOException.class);
    }

    private Spill spill(long most) throws IOException {
        var spill = new Spill(folder(), most);
        opened.add(spill);
        spill.open();
        return spill;
    }

    private Path folder() {
        return parent.resolve("spill");
    }

    private List<Path> filesOnDisk() throws IOException {
        try (var files = Files.list(folder())) {
            return files.filter(file -> file.toString().endsWith(".ndjson")).sorted().toList();
        }
    }

    private static List<ActivityDocument> all(Spill spill) throws IOException {
        var all = new ArrayList<ActivityDocument>();
        while (!spill.isEmpty()) {
            all.addAll(spill.head(7));
            spill.removeHead();
        }
        return all;
    }
}

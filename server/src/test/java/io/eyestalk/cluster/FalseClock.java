package io.eyestalk.cluster;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/**
 * Debian's {@code faketime}: what a process takes for the time is wrong by a fixed amount, while
 * its monotonic clock goes on as it is. A JVM takes ten times as much CPU with it, MariaDB does not
 * mind: so tests set the database wrong, and with it every node's clock as compared to the
 * database's.
 */
public final class FalseClock {
    private static final Path LIBRARY =
            Path.of("/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1");

    private FalseClock() {}

    public static boolean isInstalled() {
        return Files.isReadable(LIBRARY);
    }

    /** The environment of a process whose clock is behind. */
    static Map<String, String> behind(Duration by) {
        return Map.of(
                "LD_PRELOAD",
                LIBRARY.toString(),
                "FAKETIME",
                "-" + by.toSeconds(),
                "FAKETIME_DONT_FAKE_MONOTONIC",
                "1");
    }
}

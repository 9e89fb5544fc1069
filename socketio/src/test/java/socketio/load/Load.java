package socketio.load;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * {@code Load small|large PORT PID}: puts the load of the bench on a server and prints one {@code
 * name=value} a line. CPU and memory are those of the process PID.
 */
public final class Load {
    private static final int SMALL = 2_000;
    private static final int FEW = 1_000;
    private static final int LARGE = 10_000;
    private static final int IDLE_MILLIS = 3_000;
    private static final int SETTLE_SECONDS = 2;
    private static final int WARM_UP_SECONDS = 10;
    private static final int SECONDS = 10;
    private static final double TICKS_PER_SECOND = 100;

    private final Path process;
    private final LoadRun run;

    private Load(int port, long pid) {
        process = Path.of("/proc", Long.toString(pid));
        run = new LoadRun(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    }

    /** Runs one size. */
    public static void main(String[] args) throws Exception {
        var load = new Load(Integer.parseInt(args[1]), Long.parseLong(args[2]));
        try (load.run) {
            if (args[0].equals("small")) {
                load.small();
            } else {
                load.large();
            }
        }
    }

    private void small() throws Exception {
        run.connect(SMALL);
        warmUp(WARM_UP_SECONDS);
        paced("paced2k");
    }

    /** Memory is the growth of a server that has worked already, as every server soon has. */
    private void large() throws Exception {
        print("start_mb", residentKb() / 1024.0);
        run.connect(FEW);
        warmUp(WARM_UP_SECONDS);
        Thread.sleep(IDLE_MILLIS);
        var warm = residentKb();
        connect("connect");
        Thread.sleep(IDLE_MILLIS);
        print("kb_per_connection", (residentKb() - warm) / (double) (LARGE - FEW));
        warmUp(SETTLE_SECONDS);
        paced("paced10k");
        saturated();
        print("end_mb", residentKb() / 1024.0);
        run.disconnect(FEW);
        Thread.sleep(IDLE_MILLIS);
        connect("reconnect");
    }

    private void warmUp(int seconds) throws InterruptedException {
        run.saturated(seconds);
        run.settle();
    }

    private void connect(String name) throws Exception {
        var cpu = cpuSeconds();
        print(name + "s_per_s", run.connect(LARGE));
        print(name + "_cpu_ms", (cpuSeconds() - cpu) / (LARGE - FEW) * 1_000);
    }

    private void paced(String name) throws Exception {
        var cpu = cpuSeconds();
        var sample = run.paced(SECONDS);
        print(name + "_cpu_per_10k", (cpuSeconds() - cpu) / sample.delivered() * 10_000);
        print(name + "_p50_ms", sample.p50Millis());
        print(name + "_p99_ms", sample.p99Millis());
        print(name + "_per_s", sample.delivered() / sample.seconds());
        print(name + "_lost", sample.lost());
    }

    private void saturated() throws Exception {
        var cpu = cpuSeconds();
        var sample = run.saturated(SECONDS);
        var used = cpuSeconds() - cpu;
        run.settle();
        print("saturated_cpu_per_10k", used / sample.delivered() * 10_000);
        print("saturated_per_s", sample.delivered() / sample.seconds());
        print("saturated_cores", used / sample.seconds());
        print("saturated_lost", sample.lost());
    }

    private static void print(String name, double value) {
        System.out.printf("%s=%.3f%n", name, value);
    }

    private double cpuSeconds() throws IOException {
        var stat = Files.readString(process.resolve("stat"));
        var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / TICKS_PER_SECOND;
    }

    private long residentKb() throws IOException {
        return Files.readAllLines(process.resolve("status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElseThrow();
    }
}

package socketio.load;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioSocketChannel;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Clients of one server on one event loop, which all state here belongs to. */
final class LoadRun implements AutoCloseable {
    static final int ROOM = 4;

    private static final int CONNECTING_AT_ONCE = 64;
    private static final int PACE_MILLIS = 2_000;
    private static final int TICK_MILLIS = 5;
    private static final int QUIET_MILLIS = 500;

    /** Events a client has under way when it sends as fast as it can. */
    private static final int WINDOW = 4;

    private final InetSocketAddress server;
    private final MultiThreadIoEventLoopGroup group =
            new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
    private final EventLoop loop = group.next();
    private final List<LoadClient> clients = new ArrayList<>();
    private int wanted;
    private int started;
    private int ready;
    private int lost;
    private boolean isSaturating;
    private long delivered;
    private long[] times = new long[1 << 16];
    private int timed;
    private CountDownLatch allReady = new CountDownLatch(0);

    LoadRun(InetSocketAddress server) {
        this.server = server;
    }

    /** What happened in some time. */
    record Sample(long delivered, double seconds, double p50Millis, double p99Millis, int lost) {}

    /** Connects until there are so many clients in rooms; returns how many per second. */
    double connect(int total) throws InterruptedException {
        var before = clients.size();
        var begin = System.nanoTime();
        allReady = new CountDownLatch(1);
        loop.execute(
                () -> {
                    wanted = total;
                    for (var free = 0; free < CONNECTING_AT_ONCE; free++) {
                        connectNext();
                    }
                });
        if (!allReady.await(120, TimeUnit.SECONDS)) {
            throw new IllegalStateException("only " + ready + " of " + total + " joined");
        }
        return (total - before) / ((System.nanoTime() - begin) / 1e9);
    }

    private void connectNext() {
        if (started >= wanted) {
            return;
        }
        var client = new LoadClient(this, started++);
        clients.add(client);
        var _ =
                new Bootstrap()
                        .group(loop)
                        .channel(NioSocketChannel.class)
                        .option(ChannelOption.TCP_NODELAY, true)
                        .handler(
                                new ChannelInitializer<Channel>() {
                                    @Override
                                    protected void initChannel(Channel channel) {
                                        channel.pipeline().addLast(client);
                                    }
                                })
                        .connect(server);
    }

    /** Hangs up until there are so many clients. */
    void disconnect(int total) {
        loop.submit(
                        () -> {
                            var leaving = clients.subList(total, clients.size());
                            leaving.forEach(LoadClient::leave);
                            leaving.clear();
                            started = total;
                            ready = total;
                        })
                .awaitUninterruptibly();
    }

    void joined() {
        ready++;
        if (ready == wanted) {
            allReady.countDown();
        } else {
            connectNext();
        }
    }

    void lost() {
        lost++;
    }

    void delivered(int receiver, int sender, long sentAt) {
        delivered++;
        if (timed == times.length) {
            times = Arrays.copyOf(times, timed * 2);
        }
        times[timed++] = System.nanoTime() - sentAt;
        // The next member of the room tells when the message has been delivered.
        if (isSaturating && receiver == sender - sender % ROOM + (sender + 1) % ROOM) {
            clients.get(sender).send();
        }
    }

    /** Every client sends once in two seconds, spread evenly. */
    Sample paced(int seconds) throws InterruptedException {
        var done = new CountDownLatch(1);
        loop.execute(() -> pace(System.nanoTime(), 0, seconds * 1_000L, done));
        return measure(done);
    }

    private void pace(long begin, long sent, long millis, CountDownLatch done) {
        var elapsed = (System.nanoTime() - begin) / 1_000_000;
        var due = Math.min(elapsed, millis) * clients.size() / PACE_MILLIS;
        var next = sent;
        while (next < due) {
            clients.get((int) (next++ * 7919 % clients.size())).send();
        }
        if (elapsed >= millis) {
            done.countDown();
            return;
        }
        var soFar = next;
        var _ =
                loop.schedule(
                        () -> pace(begin, soFar, millis, done), TICK_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Every client sends its next event as soon as an earlier one was delivered. */
    Sample saturated(int seconds) throws InterruptedException {
        var done = new CountDownLatch(1);
        loop.execute(
                () -> {
                    isSaturating = true;
                    for (var message = 0; message < WINDOW; message++) {
                        clients.forEach(LoadClient::send);
                    }
                });
        var _ = loop.schedule(done::countDown, seconds, TimeUnit.SECONDS);
        return measure(done);
    }

    /** Stops sending and waits until whatever was on its way has arrived. */
    void settle() throws InterruptedException {
        var quiet = new CountDownLatch(1);
        loop.execute(
                () -> {
                    isSaturating = false;
                    countDownWhenQuiet(quiet, -1);
                });
        quiet.await();
    }

    private void countDownWhenQuiet(CountDownLatch quiet, long before) {
        if (delivered == before) {
            quiet.countDown();
            return;
        }
        var now = delivered;
        var _ =
                loop.schedule(
                        () -> countDownWhenQuiet(quiet, now), QUIET_MILLIS, TimeUnit.MILLISECONDS);
    }

    private Sample measure(CountDownLatch done) throws InterruptedException {
        var begin = System.nanoTime();
        loop.submit(this::reset).awaitUninterruptibly();
        done.await();
        var seconds = (System.nanoTime() - begin) / 1e9;
        return sample(seconds);
    }

    private void reset() {
        delivered = 0;
        timed = 0;
    }

    private @Nullable Sample taken;

    private Sample sample(double seconds) {
        loop.submit(
                        () -> {
                            var sorted = Arrays.copyOf(times, timed);
                            Arrays.sort(sorted);
                            taken =
                                    new Sample(
                                            delivered,
                                            seconds,
                                            millis(sorted, 0.5),
                                            millis(sorted, 0.99),
                                            lost);
                        })
                .awaitUninterruptibly();
        if (taken == null) {
            throw new IllegalStateException("the event loop has ended");
        }
        return taken;
    }

    private static double millis(long[] sorted, double part) {
        return sorted.length == 0 ? Double.NaN : sorted[(int) (part * (sorted.length - 1))] / 1e6;
    }

    @Override
    public void close() {
        var _ = group.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly();
    }
}

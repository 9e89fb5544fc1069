package socketio.engine;

import io.netty.channel.EventLoop;
import java.util.concurrent.RejectedExecutionException;

/** Handing tasks to event loops that may end at any time. */
final class Loops {
    private Loops() {}

    /** Has the loop run the task; false if the loop has ended, and its channels with it. */
    static boolean execute(EventLoop loop, Runnable task) {
        try {
            loop.execute(task);
            return true;
        } catch (RejectedExecutionException _) {
            return false;
        }
    }
}

package socketio.engine;

/** So many per second in the long run, and a burst after a quiet time. Not thread-safe. */
final class TokenBucket {
    private final int perSecond;
    private final int burst;
    private double tokens;
    private long last;

    TokenBucket(int perSecond, int burst, long nanoTime) {
        this.perSecond = perSecond;
        this.burst = burst;
        this.tokens = burst;
        this.last = nanoTime;
    }

    /** Whether one more is within the limit at this time. */
    boolean take(long nanoTime) {
        tokens = Math.min(burst, tokens + (nanoTime - last) * 1e-9 * perSecond);
        last = nanoTime;
        if (tokens < 1) {
            return false;
        }
        tokens -= 1;
        return true;
    }
}

package io.eyestalk.realtime;

/** What Redis runs to pass a message on. */
final class RelayScript {
    /**
     * Publishes KEYS[1] unless the time ARGV[1] is over: a message that its sender gave up must not
     * turn up later, when a bad line lets it through. Nor if fewer than ARGV[2] listen: then a node
     * that should is cut off, and its people would miss it. Gives the number of receivers, -1 or
     * -2.
     */
    static final String PUBLISH =
            """
            local now = redis.call('TIME')
            if now[1] * 1000000 + now[2] > tonumber(ARGV[1]) then
              return -1
            end
            if redis.call('PUBSUB', 'NUMSUB', KEYS[1])[2] < tonumber(ARGV[2]) then
              return -2
            end
            return redis.call('PUBLISH', KEYS[1], ARGV[3])
            """;

    static final long TOO_LATE = -1;
    static final long TOO_FEW = -2;

    private RelayScript() {}
}

package io.eyestalk.realtime;

/** What Redis runs to pass a message on. */
final class RelayScript {
    /**
     * Publishes KEYS[1] unless the time ARGV[1] is over: a message that its sender gave up must not
     * turn up later, when a bad line lets it through. Gives the number of receivers, or -1.
     */
    static final String PUBLISH =
            """
            local now = redis.call('TIME')
            if now[1] * 1000000 + now[2] > tonumber(ARGV[1]) then
              return -1
            end
            return redis.call('PUBLISH', KEYS[1], ARGV[2])
            """;

    static final long TOO_LATE = -1;

    private RelayScript() {}
}

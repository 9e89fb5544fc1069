package io.eyestalk.realtime;

import org.slf4j.MDC;

/** Names a connection, and for whom it speaks, in every line its thread logs until it is closed. */
final class LogMarks implements AutoCloseable {
    private LogMarks() {}

    static LogMarks of(SocketSession session) {
        MDC.put("session", session.mark());
        session.binding()
                .ifPresent(
                        seat -> {
                            MDC.put("room", seat.room().value());
                            MDC.put("member", seat.member().value());
                        });
        return new LogMarks();
    }

    /** Handlers run on threads of their own or on an event loop, which names nothing itself. */
    @Override
    public void close() {
        MDC.clear();
    }
}

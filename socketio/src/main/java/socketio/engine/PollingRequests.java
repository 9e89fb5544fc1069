package socketio.engine;

/** What a client asks of its session by polling. Runs on the session's event loop. */
final class PollingRequests {
    private final EngineSession session;
    private final Exchange exchange;

    PollingRequests(EngineSession session, Exchange exchange) {
        this.session = session;
        this.exchange = exchange;
    }

    /** Waits for frames. A second request that waits at the same time ends the session. */
    void poll() {
        if (!(session.link() instanceof PollingLink polling)) {
            exchange.refuse(session.isOpen() ? Refusal.BAD_REQUEST : Refusal.UNKNOWN_SID);
        } else if (!session.isOpen()) {
            if (!polling.sayLastWords(exchange)) {
                exchange.refuse(Refusal.UNKNOWN_SID);
            }
        } else if (polling.isOccupied()) {
            session.finish(CloseReason.PARSE_ERROR);
            exchange.refuse(Refusal.BAD_REQUEST);
        } else {
            await(polling);
        }
    }

    private void await(PollingLink polling) {
        var upgrade = session.upgrade();
        polling.await(exchange, upgrade != null && upgrade.isUnderWay());
        exchange.onAbort(() -> session.execute(() -> aborted(polling)));
        session.drain();
        if (upgrade != null) {
            upgrade.letGoWhileProbing();
        }
    }

    private void aborted(PollingLink polling) {
        if (polling.forget(exchange)) {
            session.finish(CloseReason.TRANSPORT_CLOSE);
        }
    }

    /** Takes a whole request body. A body with a bad packet is refused and ends the session. */
    void post(byte[] body) {
        endPost();
        if (!session.isOpen()) {
            exchange.refuse(Refusal.UNKNOWN_SID);
        } else if (!(session.link() instanceof PollingLink)) {
            exchange.refuse(Refusal.BAD_REQUEST);
        } else if (Utf8.isValid(body) && receive(body)) {
            exchange.ok("ok");
        } else {
            session.finish(CloseReason.PARSE_ERROR);
            exchange.refuse(Refusal.BAD_REQUEST);
        }
    }

    /** Before the answer, since the client's next request may come as soon as it has that. */
    private void endPost() {
        if (session.link() instanceof PollingLink polling) {
            polling.endPost();
        }
    }

    private boolean receive(byte[] body) {
        for (var packet : PollingPayload.split(body)) {
            if (!session.isOpen()) {
                return true;
            }
            var understood =
                    PollingPayload.isBinary(packet)
                            ? receiveBinary(packet)
                            : session.receiveText(packet);
            if (!understood) {
                return false;
            }
        }
        return true;
    }

    private boolean receiveBinary(byte[] packet) {
        try {
            session.receiveBinary(PollingPayload.binary(packet));
            return true;
        } catch (IllegalArgumentException _) {
            return false;
        }
    }
}

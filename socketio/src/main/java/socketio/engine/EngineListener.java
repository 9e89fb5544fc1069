package socketio.engine;

/**
 * What an application of Engine.IO hears. All calls about one session come from its event loop, one
 * after another, and must not block.
 */
public interface EngineListener {

    void opened(EngineSession session);

    /**
     * A text message.
     *
     * @param bytes valid UTF-8, owned by the listener from now on
     * @param from where the message begins; it ends with the array
     */
    void text(EngineSession session, byte[] bytes, int from);

    /** A binary message, owned by the listener from now on. */
    void binary(EngineSession session, byte[] bytes);

    /** The end, exactly once for every opened session. */
    void closed(EngineSession session, CloseReason reason);
}

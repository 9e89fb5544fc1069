package socketio.protocol;

/** What the client sent is no packet of Socket.IO v5. */
public final class MalformedPacketException extends RuntimeException {

    /** Has no stack trace: it is thrown as often as an attacker likes. */
    public MalformedPacketException(String message) {
        super(message, null, false, false);
    }
}

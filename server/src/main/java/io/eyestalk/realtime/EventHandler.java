package io.eyestalk.realtime;

/**
 * What happens when a client sends one kind of event. Each implementation is a bean and handles one
 * event; payloads are read by the declared {@code P}:
 *
 * <ul>
 *   <li>a record: components by name (or {@code @JsonProperty}); those not {@code @Nullable} must
 *       be there, every wrong field is reported;
 *   <li>{@link tools.jackson.databind.node.ObjectNode}: any JSON object, unread;
 *   <li>{@link NoPayload}: nothing is needed, an object is tolerated.
 * </ul>
 *
 * <p>A {@link io.eyestalk.shared.RejectedException} becomes a failing acknowledgement, or an {@code
 * error-message} event for a client that sent no acknowledgement callback. Any other exception is a
 * bug: logged, answered with INTERNAL_ERROR, and the connection lives on.
 *
 * @param <P> type of the payload
 */
public interface EventHandler<P> {
    /** Name of the event on the wire. */
    String event();

    /** Handles one event; events of one connection come one after the other. */
    Ack handle(Session from, P payload);

    /**
     * True for a handler that never waits (no database, no lock held over I/O): it may run on the
     * connection's event loop when nothing of that connection is waiting.
     */
    default boolean neverWaits() {
        return false;
    }
}

package socketio.server;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** Decides whether a client may enter a namespace. Called on the event loop: must not block. */
@FunctionalInterface
public interface Middleware {

    /** May answer later and from any thread; a stage that fails refuses the client. */
    CompletionStage<Admission> admit(Handshake handshake);

    /** A check that answers at once. */
    static Middleware of(Function<Handshake, Admission> check) {
        return handshake -> CompletableFuture.completedStage(check.apply(handshake));
    }
}

package socketio.engine;

import java.security.SecureRandom;
import java.util.Base64;

/** Random names of connections: 144 bits, 24 characters of the URL-safe base64 alphabet. */
public final class Ids {
    private static final SecureRandom RANDOM = new SecureRandom();

    private Ids() {}

    /** A new id, independent of every other. */
    public static String next() {
        var bytes = new byte[18];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().encodeToString(bytes);
    }
}

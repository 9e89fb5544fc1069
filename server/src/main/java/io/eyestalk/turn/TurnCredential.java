package io.eyestalk.turn;

import io.eyestalk.shared.Secret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A name and password that a TURN server accepts until a certain second, as coturn's {@code
 * use-auth-secret} wants it: the name is {@code <unix seconds>:<who>}, the password the HMAC-SHA1
 * of the name.
 */
record TurnCredential(String username, String password) {
    private static final String ALGORITHM = "HmacSHA1";

    static TurnCredential until(Instant end, String who, Secret secret) {
        var username = end.getEpochSecond() + ":" + who;
        return new TurnCredential(username, sign(username, secret));
    }

    private static String sign(String text, Secret secret) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            var key = secret.value().getBytes(StandardCharsets.UTF_8);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            var signature = mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(signature);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, e);
        }
    }

    @Override
    public String toString() {
        return "TurnCredential[" + username + ", ***]";
    }
}

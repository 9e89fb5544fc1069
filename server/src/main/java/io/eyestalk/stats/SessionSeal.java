package io.eyestalk.stats;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What the database keeps of a session's token: HMAC-SHA-256 (RFC 2104) under the operator's name
 * and password hash. Whoever reads the table cannot log in, and with a new password all sessions
 * end.
 */
final class SessionSeal {
    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    SessionSeal(DashboardProperties properties) {
        var secret = properties.username() + "\n" + properties.passwordHash().value();
        this.key = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM);
    }

    /** 64 hexadecimal digits. */
    String of(String token) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return HexFormat.of().formatHex(mac.doFinal(token.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every JVM has " + ALGORITHM, impossible);
        }
    }
}

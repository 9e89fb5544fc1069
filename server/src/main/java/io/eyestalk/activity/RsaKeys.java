package io.eyestalk.activity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.Base64URL;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.text.ParseException;
import org.springframework.boot.ssl.pem.PemContent;
import org.springframework.security.converter.RsaKeyConverters;

/** Reads RSA keys as operators keep them: in PEM, or as a JWK (RFC 7517). */
final class RsaKeys {
    /** Shorter ones are within reach of an attacker (NIST SP 800-57). */
    private static final int FEWEST_BITS = 2048;

    /** With a longer one, the longest message would not fit into its column. */
    private static final int MOST_BITS = 8192;

    private RsaKeys() {}

    /**
     * A public key; the public half, if the text is a private JWK.
     *
     * @throws IllegalArgumentException if the text is none; its message never quotes the text
     */
    static RSAKey publicKey(String text) {
        return checked(isJson(text) ? jwk(text).toPublicJWK() : pemPublic(text));
    }

    /**
     * A private key.
     *
     * @throws IllegalArgumentException if the text is none; its message never quotes the text
     */
    static RSAKey privateKey(String text) {
        var key = checked(isJson(text) ? jwk(text) : pemPrivate(text));
        if (!key.isPrivate()) {
            throw new IllegalArgumentException("that is the public half of a key");
        }
        return key;
    }

    /** The SHA-256 thumbprint of the public half (RFC 7638), in base64url. */
    static String id(RSAKey key) {
        try {
            return key.computeThumbprint().toString();
        } catch (JOSEException impossible) {
            throw new IllegalStateException("no SHA-256 here", impossible);
        }
    }

    private static boolean isJson(String text) {
        return text.stripLeading().startsWith("{");
    }

    private static RSAKey jwk(String text) {
        try {
            return RSAKey.parse(text);
        } catch (ParseException wrong) {
            throw new IllegalArgumentException("no RSA key as a JWK");
        }
    }

    private static RSAKey pemPublic(String text) {
        var bytes = new ByteArrayInputStream(text.strip().getBytes(StandardCharsets.US_ASCII));
        try {
            RSAPublicKey key = RsaKeyConverters.x509().convert(bytes);
            return new RSAKey.Builder(key).build();
        } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException("no RSA key in PEM (BEGIN PUBLIC KEY)");
        }
    }

    private static RSAKey pemPrivate(String text) {
        try {
            if (PemContent.of(text).getPrivateKey() instanceof RSAPrivateCrtKey key) {
                var modulus = Base64URL.encode(key.getModulus());
                var exponent = Base64URL.encode(key.getPublicExponent());
                return new RSAKey.Builder(modulus, exponent).privateKey(key).build();
            }
        } catch (IllegalStateException | IllegalArgumentException wrong) {
            // told below, for no message may quote the key
        }
        throw new IllegalArgumentException("no RSA key in PEM (BEGIN PRIVATE KEY), or encrypted");
    }

    private static RSAKey checked(RSAKey key) {
        var bits = key.size();
        if (bits < FEWEST_BITS || bits > MOST_BITS) {
            throw new IllegalArgumentException(
                    "an RSA key must have %d to %d bits, this one has %d"
                            .formatted(FEWEST_BITS, MOST_BITS, bits));
        }
        return key;
    }
}

package io.eyestalk.activity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.crypto.RSADecrypter;
import java.text.ParseException;
import java.util.HashMap;
import java.util.Map;

/** The operator's private keys, old and new: each message names the one it needs. */
final class OpeningKeys {
    private final Map<String, RSADecrypter> byId = new HashMap<>();

    /**
     * Adds a key in PEM ({@code BEGIN PRIVATE KEY}) or as a JWK.
     *
     * @throws IllegalArgumentException if it is neither
     */
    void add(String text) {
        var key = RsaKeys.privateKey(text);
        try {
            byId.put(RsaKeys.id(key), new RSADecrypter(key));
        } catch (JOSEException unusable) {
            throw new IllegalArgumentException("no usable RSA key", unusable);
        }
    }

    /**
     * Opens a message.
     *
     * @return a line of JSON with its text
     * @throws IllegalArgumentException if it is none of ours, sealed for another key, or changed
     */
    String open(SealedLine line) {
        try {
            var message = JWEObject.parse(line.message());
            message.decrypt(keyFor(message.getHeader().getKeyID()));
            return line.withText(message.getPayload().toString());
        } catch (ParseException wrong) {
            throw new IllegalArgumentException("no JWE", wrong);
        } catch (JOSEException changed) {
            throw new IllegalArgumentException("the message was changed", changed);
        }
    }

    private RSADecrypter keyFor(String id) {
        var key = byId.get(id);
        if (key == null) {
            throw new IllegalArgumentException("sealed for another key, kid " + id);
        }
        return key;
    }
}

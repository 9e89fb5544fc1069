package io.eyestalk.activity;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.RSAEncrypter;
import com.nimbusds.jose.jwk.RSAKey;

/**
 * The operator's public key. Messages sealed with it are JWEs in compact form (RFC 7516, section
 * 3.1) by RSA-OAEP-256 and A256GCM. Their {@code kid} is the key's thumbprint (RFC 7638), so that
 * whoever has the private key knows its messages without being told a name. Safe for use by many
 * threads.
 */
final class SealingKey {
    private final RSAEncrypter encrypter;
    private final JWEHeader header;

    /**
     * A key in PEM ({@code BEGIN PUBLIC KEY}) or as a JWK.
     *
     * @throws IllegalArgumentException if it is neither, or no RSA key of 2048 to 8192 bits
     */
    SealingKey(String text) {
        this(RsaKeys.publicKey(text));
    }

    private SealingKey(RSAKey key) {
        try {
            encrypter = new RSAEncrypter(key);
            header =
                    new JWEHeader.Builder(JWEAlgorithm.RSA_OAEP_256, EncryptionMethod.A256GCM)
                            .keyID(RsaKeys.id(key))
                            .build();
        } catch (JOSEException unusable) {
            throw new IllegalArgumentException("no usable RSA key", unusable);
        }
    }

    /** The {@code kid} of messages sealed with this key. */
    String id() {
        return header.getKeyID();
    }

    /**
     * The text as a JWE. Takes a fraction of a millisecond of the processor.
     *
     * @throws JOSEException if this machine lacks an algorithm
     */
    String seal(String text) throws JOSEException {
        var message = new JWEObject(header, new Payload(text));
        message.encrypt(encrypter);
        return message.serialize();
    }
}

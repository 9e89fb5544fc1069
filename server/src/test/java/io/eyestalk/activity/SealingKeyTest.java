package io.eyestalk.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.RSAKey;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.MGF1ParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class SealingKeyTest {
    private static final OperatorKeys KEYS = OperatorKeys.make();
    private static final String TEXT = "안녕하세요 🎉\nsecond line";

    private final SealingKey key = new SealingKey(KEYS.publicPem());

    @Test
    void theHeaderNamesTheAlgorithmsAndTheKeyAndNothingElse() throws JOSEException {
        var header = header(key.seal(TEXT));

        var fields = JsonMapper.shared().readTree(header);
        assertThat(fields.propertyNames()).containsExactlyInAnyOrder("alg", "enc", "kid");
        assertThat(fields.path("alg").stringValue()).isEqualTo("RSA-OAEP-256");
        assertThat(fields.path("enc").stringValue()).isEqualTo("A256GCM");
        assertThat(fields.path("kid").stringValue()).isEqualTo(key.id());
    }

    @Test
    void theKeysIdIsItsThumbprint() throws GeneralSecurityException {
        var modulus = ((RSAPublicKey) KEYS.pair().getPublic()).getModulus().toByteArray();
        var unsigned = Base64.getUrlEncoder().withoutPadding().encodeToString(withoutSign(modulus));

        var members = "{\"e\":\"AQAB\",\"kty\":\"RSA\",\"n\":\"" + unsigned + "\"}";
        var hash =
                MessageDigest.getInstance("SHA-256")
                        .digest(members.getBytes(StandardCharsets.UTF_8));

        assertThat(key.id())
                .isEqualTo(Base64.getUrlEncoder().withoutPadding().encodeToString(hash));
    }

    /** Step by step as in RFC 7516, section 5.2, with the JDK alone: as a browser does it. */
    @Test
    void whoeverHasThePrivateKeyReadsTheText() throws Exception {
        var parts = key.seal(TEXT).split("\\.", -1);

        var unwrap = Cipher.getInstance("RSA/ECB/OAEPPadding");
        unwrap.init(
                Cipher.DECRYPT_MODE,
                KEYS.pair().getPrivate(),
                new OAEPParameterSpec(
                        "SHA-256", "MGF1", MGF1ParameterSpec.SHA256, PSource.PSpecified.DEFAULT));
        var contentKey = unwrap.doFinal(bytes(parts[1]));
        var open = Cipher.getInstance("AES/GCM/NoPadding");
        open.init(
                Cipher.DECRYPT_MODE,
                new SecretKeySpec(contentKey, "AES"),
                new GCMParameterSpec(128, bytes(parts[2])));
        open.updateAAD(parts[0].getBytes(StandardCharsets.US_ASCII));
        open.update(bytes(parts[3]));

        assertThat(contentKey).hasSize(32);
        assertThat(new String(open.doFinal(bytes(parts[4])), StandardCharsets.UTF_8))
                .isEqualTo(TEXT);
    }

    @Test
    void theSameTextNeverLooksTheSame() throws JOSEException {
        assertThat(key.seal(TEXT)).isNotEqualTo(key.seal(TEXT));
    }

    @Test
    void aJwkIsTheSameKeyWhateverNameItHas() {
        var jwk = new RSAKey.Builder((RSAPublicKey) KEYS.pair().getPublic()).keyID("mine").build();

        assertThat(new SealingKey(jwk.toJSONString()).id()).isEqualTo(key.id());
    }

    @Test
    void theLongestTextUnderTheLongestKeyFitsItsColumn() throws JOSEException {
        var longest = new SealingKey(longestKey());

        assertThat(longest.seal("가".repeat(2000))).hasSizeLessThanOrEqualTo(12_000);
    }

    @Test
    void aShortKeyIsRefused() {
        var pem = OperatorKeys.make(1024).publicPem();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SealingKey(pem))
                .withMessageContaining("2048 to 8192 bits, this one has 1024");
    }

    @Test
    void aKeyOfAnotherKindIsRefused() throws GeneralSecurityException {
        var elliptic = KeyPairGenerator.getInstance("EC").generateKeyPair().getPublic();

        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                new SealingKey(
                                        OperatorKeys.pem("PUBLIC KEY", elliptic.getEncoded())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "hello", "{}", "{\"kty\":\"EC\"}", "-----BEGIN PUBLIC KEY-----"})
    void somethingElseThanAKeyIsRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> new SealingKey(text));
    }

    /** Any modulus will do to seal with; finding primes of that size would take many seconds. */
    private static String longestKey() {
        var modulus = new byte[1024];
        Arrays.fill(modulus, (byte) 0xff);
        var encoded = Base64.getUrlEncoder().withoutPadding().encodeToString(modulus);
        return "{\"kty\":\"RSA\",\"e\":\"AQAB\",\"n\":\"" + encoded + "\"}";
    }

    private static byte[] withoutSign(byte[] number) {
        return number[0] == 0 ? Arrays.copyOfRange(number, 1, number.length) : number;
    }

    private static String header(String message) {
        return new String(
                bytes(message.substring(0, message.indexOf('.'))), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String part) {
        return Base64.getUrlDecoder().decode(part);
    }
}

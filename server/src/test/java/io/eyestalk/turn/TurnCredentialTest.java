package io.eyestalk.turn;

import static org.assertj.core.api.Assertions.assertThat;

import io.eyestalk.shared.Secret;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TurnCredentialTest {
    @Test
    void isTheHmacOfWhoAndUntilWhen() {
        var credential =
                TurnCredential.until(
                        Instant.ofEpochSecond(1_795_429_865), "m1", new Secret("north"));

        assertThat(credential.username()).isEqualTo("1795429865:m1");
        // printf '1795429865:m1' | openssl dgst -sha1 -hmac north -binary | base64
        assertThat(credential.password()).isEqualTo("PZ5NfIHKmADm6dUVKIgDlDE825k=");
    }

    @Test
    void neverPrintsThePassword() {
        var credential = TurnCredential.until(Instant.EPOCH, "m1", new Secret("north"));

        assertThat(credential.toString()).doesNotContain(credential.password());
        assertThat(new Secret("north").toString()).isEqualTo("***");
    }
}

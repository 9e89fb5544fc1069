package io.eyestalk.edge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContentSecurityPolicyTest {
    private final ContentSecurityPolicy policy = new ContentSecurityPolicy("'none'");

    @ParameterizedTest
    @ValueSource(strings = {"localhost:8080", "meet.example.org", "[2001:db8::1]:8080"})
    void socketsOfTheSameHostAreNamed(String host) {
        assertThat(policy.forHost(host))
                .endsWith("connect-src 'self' ws://" + host + " wss://" + host);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "a b", "a; script-src *", "a\r\nX: y", "*", "a/b"})
    void aHostThatIsNoneNamesNothing(String host) {
        assertThat(policy.forHost(host)).endsWith("connect-src 'self'");
    }

    @Test
    void nothingInlineAndNoForeignHost() {
        assertThat(policy.forHost(null))
                .contains("default-src 'none'", "frame-ancestors 'none'")
                .doesNotContain("unsafe", "http", "*");
    }
}

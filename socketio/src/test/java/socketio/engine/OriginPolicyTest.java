package socketio.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OriginPolicyTest {

    @ParameterizedTest
    @CsvSource({
        "https://a.example, a.example, true",
        "https://A.example:443, a.example, true",
        "http://a.example, a.example:80, true",
        "http://a.example:8080, a.example:8080, true",
        "http://a.example:8080, a.example, false",
        "https://a.example.evil, a.example, false",
        "https://b.a.example, a.example, false",
        "null, a.example, false",
        "a.example, a.example, false"
    })
    void comparesHostAndPort(String origin, String host, boolean allowed) {
        assertThat(OriginPolicy.sameOrigin().allows(origin, host)).isEqualTo(allowed);
    }

    @Test
    void allowsNobodyWithoutAHost() {
        assertThat(OriginPolicy.sameOrigin().allows("https://a.example", null)).isFalse();
    }

    @Test
    void allowsExactlyTheListAndTheSameOrigin() {
        var policy = OriginPolicy.allowing(List.of("https://Friend.example:8443/"));

        assertThat(policy.allows("https://friend.example:8443", "a.example")).isTrue();
        assertThat(policy.allows("http://friend.example:8443", "a.example")).isFalse();
        assertThat(policy.allows("https://a.example", "a.example")).isTrue();
    }

    @Test
    void refusesAListThatHoldsNoOrigin() {
        assertThatThrownBy(() -> OriginPolicy.allowing(List.of("friend.example")))
                .isInstanceOf(IllegalArgumentException.class);
    }
}

package io.eyestalk.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.eyestalk.shared.RejectedException;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

class ProblemAdviceTest {
    private final ProblemAdvice advice = new ProblemAdvice();

    @Test
    void aBugIsToldWithoutDetails() {
        var answer = advice.handle(new IllegalStateException("the secret is 42"));

        assertThat(answer.getStatusCode().value()).isEqualTo(500);
        assertThat(Objects.requireNonNull(answer.getBody()).toString()).doesNotContain("42");
    }

    @Test
    void aFailureOfTheHostIsABugToo() {
        var answer =
                advice.handle(
                        new ResponseStatusException(HttpStatus.INTERNAL_SERVER_ERROR, "secret"));

        assertThat(answer.getStatusCode().value()).isEqualTo(500);
        assertThat(Objects.requireNonNull(answer.getBody()).toString()).doesNotContain("secret");
    }

    @Test
    void theTimeToWaitIsToldInWholeSecondsRoundedUp() {
        var answer = Problems.of(RejectedException.rateLimited(Duration.ofMillis(1_001)));

        assertThat(answer.getHeaders().getFirst("Retry-After")).isEqualTo("2");
        assertThat(answer.getStatusCode().value()).isEqualTo(429);
    }
}

package io.eyestalk.edge;

import io.eyestalk.shared.FieldError;
import io.eyestalk.shared.ProblemCode;
import io.eyestalk.shared.RejectedException;
import java.net.URI;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;

/** Writes a failure as {@code application/problem+json} (RFC 9457) with our {@code code}. */
final class Problems {
    private Problems() {}

    static ResponseEntity<ProblemDetail> of(RejectedException rejection) {
        var problem = problem(rejection.code(), rejection.code().status(), rejection.detail());
        if (!rejection.errors().isEmpty()) {
            problem.setProperty("errors", rejection.errors());
        }
        var headers = new HttpHeaders();
        rejection
                .retryAfterSeconds()
                .ifPresent(wait -> headers.set(HttpHeaders.RETRY_AFTER, wait.toString()));
        return answer(problem, headers);
    }

    /** A refusal of the HTTP layer: its status says more than the code's own. */
    static ResponseEntity<ProblemDetail> of(
            ProblemCode code, int status, String detail, HttpHeaders headers) {
        return answer(problem(code, status, detail), headers);
    }

    static ResponseEntity<ProblemDetail> invalid(String detail, List<FieldError> errors) {
        var code = ProblemCode.VALIDATION_FAILED;
        var problem = problem(code, code.status(), detail);
        if (!errors.isEmpty()) {
            problem.setProperty("errors", errors);
        }
        return answer(problem, new HttpHeaders());
    }

    private static ProblemDetail problem(ProblemCode code, int status, String detail) {
        var problem = ProblemDetail.forStatus(status);
        problem.setType(URI.create("/problems/" + code.slug()));
        problem.setTitle(code.title());
        problem.setDetail(detail);
        problem.setProperty("code", code.name());
        return problem;
    }

    private static ResponseEntity<ProblemDetail> answer(
            ProblemDetail problem, HttpHeaders headers) {
        return ResponseEntity.status(problem.getStatus())
                .headers(headers)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}

package io.eyestalk.edge;

import io.eyestalk.shared.ProblemCode;
import io.eyestalk.shared.RejectedException;
import io.swagger.v3.oas.annotations.Hidden;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Answers every address of the web client with its page; the client's own router does the rest. */
@Hidden
@RestController
class WebClientController {
    private final IndexPage index;

    WebClientController(IndexPage index) {
        this.index = index;
    }

    @GetMapping(
            path = {"/", "/index.html", "/r/{*room}", "/check", "/rooms"},
            produces = MediaType.TEXT_HTML_VALUE)
    ResponseEntity<byte[]> page(
            @RequestHeader(name = HttpHeaders.ACCEPT_ENCODING, defaultValue = "") String encodings,
            @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, defaultValue = "") String known) {
        var page =
                index.forEncodings(encodings)
                        .orElseThrow(
                                () ->
                                        new RejectedException(
                                                ProblemCode.NOT_FOUND,
                                                "This build has no web client."));
        var headers = new HttpHeaders();
        headers.setCacheControl(CacheControl.noCache());
        headers.setETag(page.content().etag());
        headers.add(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        if (known.contains(page.content().etag())) {
            return ResponseEntity.status(HttpStatus.NOT_MODIFIED).headers(headers).build();
        }
        if (page.encoding() != null) {
            headers.set(HttpHeaders.CONTENT_ENCODING, page.encoding());
        }
        headers.setContentType(MediaType.parseMediaType("text/html;charset=UTF-8"));
        return ResponseEntity.ok().headers(headers).body(page.content().bytes());
    }
}

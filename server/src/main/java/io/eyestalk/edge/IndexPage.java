package io.eyestalk.edge;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** The one HTML page of the web client, read once. */
@Component
class IndexPage {
    private final @Nullable Content plain = read("static/index.html");
    private final @Nullable Content brotli = read("static/index.html.br");
    private final @Nullable Content gzip = read("static/index.html.gz");

    IndexPage() {}

    /**
     * One form of the page.
     *
     * @param etag changes with the content (RFC 9110, section 8.8.3), with its quotes
     */
    @SuppressWarnings("ArrayRecordComponent") // Never compared, never changed.
    record Content(byte[] bytes, String etag) {}

    /**
     * A form of the page together with its {@code Content-Encoding}.
     *
     * @param encoding null for the plain form
     */
    record Encoded(Content content, @Nullable String encoding) {}

    /** The smallest form the client takes; nothing when the client was not built. */
    Optional<Encoded> forEncodings(String acceptEncoding) {
        if (brotli != null && AcceptEncoding.takes(acceptEncoding, "br")) {
            return Optional.of(new Encoded(brotli, "br"));
        }
        if (gzip != null && AcceptEncoding.takes(acceptEncoding, "gzip")) {
            return Optional.of(new Encoded(gzip, "gzip"));
        }
        return plain == null ? Optional.empty() : Optional.of(new Encoded(plain, null));
    }

    private static @Nullable Content read(String path) {
        var resource = new ClassPathResource(path);
        if (!resource.exists()) {
            return null;
        }
        try {
            var bytes = resource.getContentAsByteArray();
            var hash = MessageDigest.getInstance("SHA-256").digest(bytes);
            return new Content(bytes, '"' + HexFormat.of().formatHex(hash, 0, 12) + '"');
        } catch (IOException | NoSuchAlgorithmException failure) {
            throw new IllegalStateException("cannot read " + path, failure);
        }
    }
}

package io.eyestalk.edge;

import io.swagger.v3.oas.annotations.Hidden;
import java.io.IOException;
import java.util.Objects;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Hands out the certificate of an authority of one's own, so that a phone can be told to trust it
 * without a cable: its browser opens the media type as a certificate to install.
 */
@Hidden
@RestController
@ConditionalOnProperty(EdgeProperties.CERTIFICATE_AUTHORITY)
class CertificateAuthorityController {
    private static final MediaType CERTIFICATE = new MediaType("application", "x-x509-ca-cert");

    private final byte[] certificate;

    /**
     * @throws IOException when the file cannot be read: the server does not start
     */
    CertificateAuthorityController(EdgeProperties properties) throws IOException {
        certificate =
                Objects.requireNonNull(properties.certificateAuthority()).getContentAsByteArray();
    }

    @GetMapping("/ca.crt")
    ResponseEntity<byte[]> certificate() {
        return ResponseEntity.ok().contentType(CERTIFICATE).body(certificate);
    }
}

package io.eyestalk.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A search engine with a certificate that no public authority signed. */
@Timeout(30)
class SearchTlsTest {
    private static final String STORE_PASSWORD = "changeit";

    @TempDir private Path folder;
    private HttpsServer server;
    private Path certificate;

    @BeforeEach
    void start() throws IOException, GeneralSecurityException, InterruptedException {
        var store = KeyStore.getInstance(keyStore().toFile(), STORE_PASSWORD.toCharArray());
        certificate =
                Files.writeString(
                        folder.resolve("ca.pem"),
                        OperatorKeys.pem(
                                "CERTIFICATE", store.getCertificate("engine").getEncoded()));
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context(store)));
        server.createContext(
                "/",
                exchange -> {
                    exchange.sendResponseHeaders(200, -1);
                    exchange.close();
                });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void isTrustedWhenItsAuthorityIsNamed() throws SinkAwayException {
        try (var client = client(certificate.toString())) {
            assertThat(client.ask("GET", "/", null).status()).isEqualTo(200);
        }
    }

    @Test
    void isNotTrustedOtherwise() {
        try (var client = client("")) {
            assertThatThrownBy(() -> client.ask("GET", "/", null))
                    .isInstanceOf(SinkAwayException.class)
                    .hasMessageContaining("SSLHandshakeException");
        }
    }

    @Test
    void theServerDoesNotStartWithoutTheCertificatesItIsTold() {
        assertThatThrownBy(() -> client(folder.resolve("none.pem").toString()))
                .hasStackTraceContaining("none.pem");
    }

    private SearchClient client(String caCertificate) {
        var url = "https://127.0.0.1:" + server.getAddress().getPort();
        return new SearchClient(
                new SearchProperties(url, "", null, null, caCertificate, Duration.ofSeconds(10)));
    }

    private Path keyStore() throws IOException, InterruptedException {
        var file = folder.resolve("engine.p12");
        var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        var made =
                new ProcessBuilder(
                                keytool,
                                "-genkeypair",
                                "-alias",
                                "engine",
                                "-keyalg",
                                "EC",
                                "-dname",
                                "CN=engine",
                                "-ext",
                                "san=ip:127.0.0.1",
                                "-keystore",
                                file.toString(),
                                "-storepass",
                                STORE_PASSWORD)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
        assertThat(made.waitFor()).isZero();
        return file;
    }

    private static SSLContext context(KeyStore store) throws GeneralSecurityException {
        var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, STORE_PASSWORD.toCharArray());
        var context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }
}

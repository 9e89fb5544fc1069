package socketio.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import socketio.wire.RawHttp;
import socketio.wire.RawWebSocket;

/** Whoever knows only the public id of a client can do nothing with it. */
class SecretsIT {
    private final Servers servers = Servers.quiet();

    @AfterEach
    void close() {
        servers.close();
    }

    @Test
    void opensNothingByThePublicId() {
        var secret = servers.http().open();
        servers.http().post(secret, "40");
        var victim = RawHttp.sidOf(servers.http().poll(secret).body());

        assertThat(servers.http().poll(victim).statusCode()).isEqualTo(400);
        assertThat(servers.http().post(victim, "42[\"message\",\"forged\"]").statusCode())
                .isEqualTo(400);
        assertThat(servers.http().post(victim, "1").statusCode()).isEqualTo(400);
        assertThat(
                        RawWebSocket.open(
                                        servers.address(),
                                        "/socket.io/?EIO=4&transport=websocket&sid=" + victim)
                                .status())
                .isEqualTo(400);
        servers.http().post(secret, "42[\"message\",\"own\"]");
        assertThat(servers.http().poll(secret).body()).isEqualTo("42[\"message-back\",\"own\"]");
    }

    @Test
    void speaksForNobodyElseByThePublicId() {
        try (var victim = servers.engine().text("40");
                var attacker = servers.client()) {
            var id = RawHttp.sidOf(victim.message());
            victim.message();

            attacker.text("40{\"sid\":\"" + id + "\"}");
            attacker.text("42[\"message\",{\"sid\":\"" + id + "\"}]");

            assertThat(attacker.message()).startsWith("42[\"message-back\"");
            victim.text("42[\"message\",1]");
            assertThat(victim.message()).isEqualTo("42[\"message-back\",1]");
        }
    }

    @Test
    void drawsBothIdsIndependentlyAndLongEnough() {
        var secret = servers.http().open();
        servers.http().post(secret, "40");
        var open = RawHttp.sidOf(servers.http().poll(secret).body());

        assertThat(open).isNotEqualTo(secret);
        assertThat(Base64.getUrlDecoder().decode(open)).hasSizeGreaterThanOrEqualTo(16);
        assertThat(Base64.getUrlDecoder().decode(secret)).hasSizeGreaterThanOrEqualTo(16);
        for (var from = 0; from + 6 <= open.length(); from++) {
            assertThat(secret).doesNotContain(open.substring(from, from + 6));
        }
    }
}

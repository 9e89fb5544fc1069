package socketio.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import socketio.wire.RawHttp;
import socketio.wire.RawWebSocket;

class RoomsIT {
    private Servers servers;
    private Namespace main;
    private Member a;
    private Member b;
    private Member c;

    private record Member(RawWebSocket client, Socket socket) {}

    @BeforeEach
    void connectThree() {
        servers = Servers.quiet();
        main = servers.server().namespace("/");
        a = member();
        b = member();
        c = member();
    }

    @AfterEach
    void close() {
        List.of(a, b, c).forEach(member -> member.client().close());
        servers.close();
    }

    @Test
    void reachesTheMembersOfARoomOnly() {
        a.socket().join("r");
        b.socket().join("r");

        main.to("r").emit("news", 1);
        main.all().emit("end");

        assertThat(a.client().message()).isEqualTo("42[\"news\",1]");
        assertThat(b.client().message()).isEqualTo("42[\"news\",1]");
        assertThat(c.client().message()).isEqualTo("42[\"end\"]");
    }

    @Test
    void reachesAMemberOfTwoRoomsOnce() {
        a.socket().join("r");
        a.socket().join("s");
        b.socket().join("s");

        main.to("r", "s").emit("news");
        main.all().emit("end");

        assertThat(a.client().message()).isEqualTo("42[\"news\"]");
        assertThat(a.client().message()).isEqualTo("42[\"end\"]");
        assertThat(b.client().message()).isEqualTo("42[\"news\"]");
    }

    @Test
    void encodesABroadcastOnce() {
        var writings = new AtomicInteger();
        var news =
                new Object() {
                    @JsonValue
                    int written() {
                        return writings.incrementAndGet();
                    }
                };

        main.all().emit("news", news);

        for (var member : List.of(a, b, c)) {
            assertThat(member.client().message()).isEqualTo("42[\"news\",1]");
        }
        assertThat(writings).hasValue(1);
    }

    @Test
    void leavesTheSenderOut() {
        a.socket().join("r");
        b.socket().join("r");

        a.socket().to("r").emit("news");
        main.all().emit("end");

        assertThat(a.client().message()).isEqualTo("42[\"end\"]");
        assertThat(b.client().message()).isEqualTo("42[\"news\"]");
    }

    @Test
    void relaysAnEventAsItCame() {
        main.on("say", (socket, event) -> socket.to("r").relay(event));
        a.socket().join("r");
        b.socket().join("r");

        a.client()
                .text("451-9[\"say\", {\"_placeholder\":true,\"num\":0}]")
                .binary((byte) 1, (byte) 2);

        assertThat(b.client().message())
                .isEqualTo("451-[\"say\", {\"_placeholder\":true,\"num\":0}]");
        assertThat(Objects.requireNonNull(b.client().next()).payload()).containsExactly(1, 2);
    }

    @Test
    void sendsAnEventEncodedElsewhere() {
        var bytes = EncodedEvent.of("/", "news", new byte[] {1}).toBytes();

        main.all().emitEncoded(EncodedEvent.ofBytes(bytes));

        assertThat(a.client().message())
                .isEqualTo("451-[\"news\",{\"_placeholder\":true,\"num\":0}]");
        assertThat(Objects.requireNonNull(a.client().next()).payload()).containsExactly(1);
    }

    @Test
    void forgetsRoomsWithTheirLastMember() {
        a.socket().join("r");
        a.socket().join("r");
        b.socket().join("r");
        assertThat(a.socket().rooms()).containsExactly("r");

        a.socket().leave("r");
        b.client().reset();

        await().untilAsserted(() -> assertThat(((LocalNamespace) main).rooms().size()).isZero());
        assertThat(a.socket().rooms()).isEmpty();
        b.socket().join("r");
        assertThat(((LocalNamespace) main).rooms().size()).isZero();
    }

    @Test
    void keepsNamespacesApart() {
        a.client().text("40/custom,");
        a.client().message();
        a.client().message();
        a.socket().join("r");

        servers.server().namespace("/custom").to("r").emit("elsewhere");
        servers.server().namespace("/custom").all().emit("custom");

        assertThat(a.client().message()).isEqualTo("42/custom,[\"custom\"]");
    }

    @Test
    void framesABroadcastForPollingToo() {
        var sid = servers.http().open();
        servers.http().post(sid, "40");
        servers.http().poll(sid);

        main.all().emit("news", "한", new byte[] {1, 2});

        assertThat(servers.http().poll(sid).body())
                .isEqualTo("451-[\"news\",\"한\",{\"_placeholder\":true,\"num\":0}]\u001ebAQI=");
    }

    private Member member() {
        var client = servers.engine().text("40");
        var id = RawHttp.sidOf(client.message());
        client.message();
        return new Member(client, main.socket(id).orElseThrow());
    }
}

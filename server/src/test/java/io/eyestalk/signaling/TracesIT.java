package io.eyestalk.signaling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.eyestalk.OtlpReceiver;
import io.eyestalk.OtlpReceiver.ReceivedSpan;
import io.eyestalk.RestWire;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/** What a collector of OpenTelemetry hears while people meet. */
@RunningServer
@TestPropertySource(
        properties = {
            "eyestalk.edge.trusted-proxies=127.0.0.1,::1",
            "eyestalk.turn.secret=" + EventfulMeeting.RELAY_SECRET,
            "eyestalk.dashboard.password-hash=" + EventfulMeeting.OPERATOR_HASH
        })
class TracesIT {
    private static final OtlpReceiver COLLECTOR = collector();

    @LocalServerPort private int port;
    @Autowired private SdkTracerProvider traces;

    @DynamicPropertySource
    static void sendThere(DynamicPropertyRegistry properties) {
        properties.add("eyestalk.tracing.endpoint", COLLECTOR::endpoint);
    }

    @AfterAll
    static void stop() {
        COLLECTOR.close();
    }

    @Test
    void aMeetingIsSeenAsSpansWithoutItsSecrets() {
        var meeting = new EventfulMeeting(port);

        meeting.play();
        // The last thing that happens: whoever is answered may be ahead of the span's end.
        awaitSpan(span -> span.name().equals("GET /dashboard/api/overview"));
        var spans = received();
        var join = first(spans, "join-room", "ok");

        assertThat(join.parent()).isEmpty();
        assertThat(join.nanos()).isPositive();
        assertThat(within(join, spans)).contains("transaction", "relay");
        assertThat(first(spans, "join-room", "INVALID_PASSWORD").trace())
                .isNotEqualTo(join.trace());
        assertThat(spans).extracting(ReceivedSpan::name).contains("unknown", "PATCH /room/enter");
        assertThat(COLLECTOR.raw()).contains("eyestalk").doesNotContain(EventfulMeeting.ROOM);
        meeting.secrets()
                .forEach(
                        (what, secret) ->
                                assertThat(COLLECTOR.raw())
                                        .as(what)
                                        .isNotEmpty()
                                        .doesNotContain(secret));
    }

    @Test
    void aRequestContinuesTheTraceOfItsCaller() {
        var caller = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

        new RestWire(port).get("/room", "traceparent", caller);
        var request = awaitSpan(span -> span.trace().equals(caller.substring(3, 35)));

        assertThat(request.parent()).isEqualTo(caller.substring(36, 52));
        assertThat(request.name()).isEqualTo("GET /room");
        assertThat(request.attributes()).containsEntry("http.route", "/room");
    }

    private ReceivedSpan awaitSpan(Predicate<ReceivedSpan> which) {
        await().until(() -> received().stream().anyMatch(which));
        return received().stream().filter(which).findFirst().orElseThrow();
    }

    private List<ReceivedSpan> received() {
        traces.forceFlush().join(10, TimeUnit.SECONDS);
        return COLLECTOR.spans();
    }

    private static ReceivedSpan first(List<ReceivedSpan> spans, String name, String result) {
        return spans.stream()
                .filter(span -> span.name().equals(name))
                .filter(span -> result.equals(span.attributes().get("eyestalk.result")))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> within(ReceivedSpan parent, List<ReceivedSpan> spans) {
        return spans.stream()
                .filter(span -> span.parent().equals(parent.id()))
                .filter(span -> span.trace().equals(parent.trace()))
                .map(ReceivedSpan::name)
                .toList();
    }

    private static OtlpReceiver collector() {
        try {
            return OtlpReceiver.start();
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }
}

package io.eyestalk.signaling;

import io.socket.client.Ack;
import io.socket.client.IO;
import io.socket.client.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import okhttp3.OkHttpClient;
import org.json.JSONException;
import org.json.JSONObject;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Somebody with the official Java client. What arrives is kept until it is asked for. Payloads are
 * written as JSON with single quotes. Nothing waits longer than ten seconds.
 */
final class Person implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** Something that arrived. */
    record Received(String event, JsonNode body) {}

    private final Wire wire = new Wire();
    private final OkHttpClient http = new OkHttpClient.Builder().socketFactory(wire).build();
    private final Socket socket;
    private final List<Received> inbox = new ArrayList<>();
    private final CompletableFuture<String> ended = new CompletableFuture<>();
    private @Nullable JsonNode entry;

    private Person(int port, IO.Options options) {
        options.forceNew = true;
        options.reconnection = false;
        options.callFactory = http;
        options.webSocketFactory = http;
        socket = IO.socket(URI.create("http://localhost:" + port), options);
        socket.onAnyIncoming(args -> receive((String) args[0], args.length > 1 ? args[1] : null));
        socket.on(Socket.EVENT_DISCONNECT, args -> ended.complete(String.valueOf(args[0])));
    }

    /** Connects as browsers do by default: polling first, then WebSocket. */
    static Person connect(int port) {
        return connect(port, "polling", "websocket");
    }

    static Person connect(int port, String... transports) {
        var options = new IO.Options();
        options.transports = transports;
        return connect(port, options);
    }

    /** Connects through a proxy that tells this address. */
    static Person from(String address, int port) {
        var options = new IO.Options();
        options.extraHeaders = Map.of("X-Forwarded-For", List.of(address));
        return connect(port, options);
    }

    private static Person connect(int port, IO.Options options) {
        var person = new Person(port, options);
        var connected = new CompletableFuture<Boolean>();
        person.socket.once(Socket.EVENT_CONNECT, _ -> connected.complete(true));
        person.socket.once(
                Socket.EVENT_CONNECT_ERROR,
                args -> connected.completeExceptionally(new AssertionError(args[0].toString())));
        person.socket.connect();
        await(connected, "a connection");
        return person;
    }

    /** Connects and enters. */
    static Person in(int port, String room, String nickname) {
        var person = connect(port, "websocket");
        person.join(room, nickname);
        return person;
    }

    /** The private id. */
    String socketId() {
        return socket.id();
    }

    /** Creates the room if there is none, enters it and gives the answer. */
    JsonNode join(String room, String nickname) {
        ask(
                "create-room",
                "{'roomName':'%s','roomCapacity':4,'userNickname':'%s'}".formatted(room, nickname));
        entry = ask("join-room", "{'roomName':'%s','userNickname':'%s'}".formatted(room, nickname));
        return entry;
    }

    /** The answer to their last {@link #join}. */
    JsonNode entry() {
        return Objects.requireNonNull(entry);
    }

    /** The public id they got by it. */
    String id() {
        return entry().get("my_id").stringValue();
    }

    /** Comes back as the member who got that answer. */
    JsonNode resume(JsonNode before, boolean fresh) {
        var token = before.get("resume_token");
        return ask("resume", "{'token':%s,'fresh':%s}".formatted(token, fresh));
    }

    /** Sends an event and waits for the acknowledgement. */
    JsonNode ask(String event, @Nullable String payload) {
        return askWith(event, payload == null ? new Object[0] : new Object[] {json(payload)});
    }

    /** Sends an event with any arguments and waits for the acknowledgement. */
    JsonNode askWith(String event, @Nullable Object... args) {
        return await(request(event, args), "an answer to " + event);
    }

    /** Sends an event; the acknowledgement comes later. */
    CompletableFuture<JsonNode> request(String event, @Nullable Object... args) {
        var answer = new CompletableFuture<JsonNode>();
        socket.emit(event, args, (Ack) reply -> answer.complete(node(reply[0])));
        return answer;
    }

    /** Sends an event as clients of 2022 do, without waiting for anything. */
    void tell(String event, String payload) {
        socket.emit(event, json(payload));
    }

    /** The next event of that name, wherever it stands among others. */
    JsonNode hears(String event) {
        return hears(event, _ -> true);
    }

    /** The same for what takes longer. */
    JsonNode hears(String event, Duration patience) {
        return hears(event, _ -> true, patience);
    }

    JsonNode hears(String event, Predicate<JsonNode> which) {
        return hears(event, which, PATIENCE);
    }

    private JsonNode hears(String event, Predicate<JsonNode> which, Duration patience) {
        var deadline = System.nanoTime() + patience.toNanos();
        synchronized (inbox) {
            for (var found = take(event, which); ; found = take(event, which)) {
                if (found != null) {
                    return found;
                }
                var left = deadline - System.nanoTime();
                if (left <= 0) {
                    throw new AssertionError("no " + event + " among " + inbox);
                }
                pause(left);
            }
        }
    }

    /**
     * Names of events that arrived and were not asked for. Whatever the server sent to this client
     * before it answers is among them.
     */
    List<String> unasked() {
        ask("no-such-event", "{}");
        synchronized (inbox) {
            return inbox.stream().map(Received::event).toList();
        }
    }

    /** Forgets what arrived so far. */
    void forget() {
        unasked();
        synchronized (inbox) {
            inbox.clear();
        }
    }

    /** Waits until the connection ended, and tells why as the client saw it. */
    String end() {
        return await(ended, "the end of the connection");
    }

    boolean isConnected() {
        return socket.connected();
    }

    /** Leaves as a program does that closes its client: Socket.IO DISCONNECT. */
    void disconnect() {
        socket.disconnect();
    }

    /** Loses the network. */
    void lose() {
        wire.cut();
    }

    @Override
    public void close() {
        socket.disconnect();
        socket.off();
        http.dispatcher().executorService().shutdown();
        http.connectionPool().evictAll();
    }

    /** What is expected, to be compared with what arrived. */
    static JsonNode tree(String text) {
        return JsonMapper.shared().readTree(text.replace('\'', '"'));
    }

    static JSONObject json(String text) {
        try {
            return new JSONObject(text);
        } catch (JSONException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    static <T> T await(CompletableFuture<T> future, String what) {
        try {
            return future.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new AssertionError("waited in vain for " + what, e);
        } catch (ExecutionException e) {
            throw new AssertionError("failed: " + what, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private void receive(String event, @Nullable Object body) {
        synchronized (inbox) {
            inbox.add(new Received(event, node(body)));
            inbox.notifyAll();
        }
    }

    private @Nullable JsonNode take(String event, Predicate<JsonNode> which) {
        for (Iterator<Received> all = inbox.iterator(); all.hasNext(); ) {
            var received = all.next();
            if (received.event().equals(event) && which.test(received.body())) {
                all.remove();
                return received.body();
            }
        }
        return null;
    }

    private void pause(long nanos) {
        try {
            TimeUnit.NANOSECONDS.timedWait(inbox, nanos);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static JsonNode node(@Nullable Object body) {
        return JsonMapper.shared().readTree(body == null ? "null" : String.valueOf(body));
    }
}

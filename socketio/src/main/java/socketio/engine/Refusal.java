package socketio.engine;

import io.netty.handler.codec.http.HttpResponseStatus;

/** Why a request is refused, with the error codes other Engine.IO servers use. */
enum Refusal {
    UNKNOWN_TRANSPORT(400, 0, "Transport unknown"),
    UNKNOWN_SID(400, 1, "Session ID unknown"),
    BAD_METHOD(400, 2, "Bad handshake method"),
    BAD_REQUEST(400, 3, "Bad request"),
    FORBIDDEN(403, 4, "Forbidden"),
    TOO_MANY_CONNECTIONS(429, 4, "Too many connections"),
    UNSUPPORTED_VERSION(400, 5, "Unsupported protocol version"),
    TOO_LARGE(413, 3, "Payload too large"),
    TOO_SLOW(408, 3, "Request timeout"),
    SHUTTING_DOWN(503, 3, "Server is shutting down");

    private final int status;
    private final String body;

    Refusal(int status, int code, String message) {
        this.status = status;
        this.body = "{\"code\":" + code + ",\"message\":\"" + message + "\"}";
    }

    HttpResponseStatus status() {
        return HttpResponseStatus.valueOf(status);
    }

    /** The JSON object {@code {code, message}}. */
    String body() {
        return body;
    }
}

package io.eyestalk.shared;

import java.util.Locale;

/** Every reason this service refuses something, the same for REST and for sockets. */
public enum ProblemCode {
    DUPLICATE_RESOURCE(409, "A room of that name exists"),
    INVALID_NICKNAME(409, "The nickname is taken in that room"),
    ROOM_IS_EMPTY(404, "No such room"),
    INVALID_PASSWORD(403, "The password is not right"),
    FULL_CAPACITY(409, "The room is full"),
    MEMBER_NOT_FOUND(404, "No such member"),
    VALIDATION_FAILED(400, "Some fields are not valid"),
    RATE_LIMITED(429, "Too many attempts"),
    SERVICE_UNAVAILABLE(503, "The service is not available now"),
    NOT_IN_ROOM(409, "This connection is in no room"),
    NOT_FOUND(404, "Nothing is at that address"),
    LOGIN_REQUIRED(401, "A login is needed"),
    REQUEST_REFUSED(403, "This request was not made by the page"),
    INTERNAL_ERROR(500, "Something went wrong");

    /** Name of the attribute of a request that holds the code it was refused with. */
    public static final String ATTRIBUTE = ProblemCode.class.getName();

    private final int status;
    private final String title;

    ProblemCode(int status, String title) {
        this.status = status;
        this.title = title;
    }

    /** The HTTP status (RFC 9110) that goes with this code. */
    public int status() {
        return status;
    }

    /** One short English sentence, the same for every occurrence (RFC 9457, section 3.1.3). */
    public String title() {
        return title;
    }

    /** Whether no socket event is ever refused with it, only a request of REST. */
    public boolean isOfRestOnly() {
        return switch (this) {
            case NOT_FOUND, LOGIN_REQUIRED, REQUEST_REFUSED -> true;
            default -> false;
        };
    }

    /** The last part of the problem type: {@code ROOM_IS_EMPTY} becomes {@code room-is-empty}. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

package io.eyestalk.room;

/** The door someone came through. */
public enum Via {
    REST,
    SOCKET
}

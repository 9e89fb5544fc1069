package io.eyestalk.shared;

/** What is limited in how often it may be done. */
public enum Limit {
    /** Wrong passwords, counted per address and room. */
    WRONG_PASSWORD_IN_ROOM,
    /** Wrong passwords, counted per address. */
    WRONG_PASSWORD,
    /** New rooms, counted per address. */
    CREATE_ROOM,
    /** Entering or asking whether one may, counted per address. */
    ENTER_ROOM,
    /** Chat messages, counted per member. */
    CHAT_MESSAGE,
    /** Socket events, counted per connection. */
    SOCKET_EVENT,
    /** Logins of operators, right or wrong, counted per address. */
    LOGIN,
    /** Logins of operators, right or wrong, counted per user name. */
    LOGIN_OF_USER,
    /** Reports of clients about their calls, counted per address. */
    CLIENT_REPORT
}

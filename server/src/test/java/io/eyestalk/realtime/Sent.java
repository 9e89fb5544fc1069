package io.eyestalk.realtime;

import org.jspecify.annotations.Nullable;

/**
 * Something a fake was asked to send.
 *
 * @param to in words: {@code "member m1 of r1"}, {@code "room r1"}, {@code "others than m1 in r1"},
 *     {@code "lobby"}, {@code "connection c1"}
 */
public record Sent(String to, String event, @Nullable Object payload) {}

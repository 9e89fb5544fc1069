package io.eyestalk.signaling;

/** Somebody does not hear a member any more, whose connection may be on another node. */
record SilentMember(String room, String member) {
    static final String KIND = "silent-member";
}

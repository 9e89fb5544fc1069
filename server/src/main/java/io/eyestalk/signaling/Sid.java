package io.eyestalk.signaling;

import io.eyestalk.shared.MemberId;

/** Payload of events that only name a member. */
record Sid(String sid) {
    Sid(MemberId member) {
        this(member.value());
    }
}

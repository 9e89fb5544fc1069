package io.eyestalk.room;

import io.eyestalk.shared.ConnectionId;

/**
 * Somebody who comes back with a token that is known.
 *
 * @param fresh whether their page was reloaded
 */
record Resumption(ResumeToken known, String token, ConnectionId connection, boolean fresh) {
    /** Without the token. */
    @Override
    public String toString() {
        return "Resumption[" + known.member() + ", fresh=" + fresh + "]";
    }
}

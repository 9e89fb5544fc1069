package io.eyestalk.activity;

/** A sink cannot be reached, is too slow or does not let us in. */
final class SinkAwayException extends Exception {
    /**
     * @param reason for the log: without names and words of people
     */
    SinkAwayException(String reason) {
        super(reason);
    }

    SinkAwayException(String reason, Throwable cause) {
        super(reason, cause);
    }
}

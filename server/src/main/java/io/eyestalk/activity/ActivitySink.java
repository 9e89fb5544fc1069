package io.eyestalk.activity;

import java.util.List;

/** A place documents are written to. Used by one thread, which may wait. */
interface ActivitySink {
    /** In metrics, logs and the name of the spill folder: lower case letters. */
    String name();

    /**
     * Writes documents; one that is there already stays as it is and counts as written.
     *
     * @return what became of them
     * @throws SinkAwayException if nothing is known about any of them: all are to be written again
     */
    Written write(List<ActivityDocument> documents) throws SinkAwayException;

    /** Ends an attempt that is under way in another thread, if that can be done. */
    default void giveUp() {}

    /** What else is due from time to time: removes what is older than it may be. */
    void tidy() throws SinkAwayException;

    /**
     * What became of a batch. Documents of neither list are written.
     *
     * @param again those the sink asked to send once more later, in order
     * @param refused those it will never take
     */
    record Written(List<ActivityDocument> again, List<ActivityDocument> refused) {
        static final Written ALL = new Written(List.of(), List.of());

        public Written {
            again = List.copyOf(again);
            refused = List.copyOf(refused);
        }
    }
}

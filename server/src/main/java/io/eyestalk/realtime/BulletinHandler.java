package io.eyestalk.realtime;

/**
 * Takes one kind of {@link Bulletins} of other nodes. Those of one room come one after another, in
 * order with the news of that room, which waits meanwhile.
 *
 * @param <B> what the bulletin says
 */
public interface BulletinHandler<B> {
    /** Name between nodes. */
    String kind();

    /** The record to read. */
    Class<B> type();

    /** Acts on it; may wait for the database. */
    void handle(B body);
}

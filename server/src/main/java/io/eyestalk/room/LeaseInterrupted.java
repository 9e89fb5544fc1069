package io.eyestalk.room;

/**
 * For a time this node could not look after its seats, and others may have taken them over or away.
 * From now on it can again. Told at the start, too.
 */
public record LeaseInterrupted() {}

package io.eyestalk.room;

/** How many rooms there are at one moment, and how many members in all of them together. */
public record Occupancy(long rooms, long members) {}

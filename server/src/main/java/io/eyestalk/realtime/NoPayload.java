package io.eyestalk.realtime;

/** Payload of an event that says everything by its name. */
public record NoPayload() {}

package io.eyestalk.shared;

/**
 * What is wrong with one field of a request.
 *
 * @param field its name on the wire
 * @param message one English sentence for the developer of the client
 */
public record FieldError(String field, String message) {}

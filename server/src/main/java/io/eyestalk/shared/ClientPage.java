package io.eyestalk.shared;

/**
 * An address of the web client that is there as long as the module which brings it: the web
 * client's own page answers it.
 *
 * @param path with its slash, such as {@code /dashboard}
 */
public record ClientPage(String path) {}

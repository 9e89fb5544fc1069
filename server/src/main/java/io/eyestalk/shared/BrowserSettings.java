package io.eyestalk.shared;

import java.util.Map;

/** What a module wants browsers to know: part of {@code GET /api/config}. Never a secret. */
@FunctionalInterface
public interface BrowserSettings {
    /** Names and JSON values; no two modules use the same name. */
    Map<String, ?> forBrowsers();
}

package io.eyestalk.shared;

import java.io.IOException;
import java.util.List;

/**
 * Something the jar does instead of serving: {@code java -jar eyestalk.jar NAME …}. It runs without
 * the application context. A module brings its own, named in {@code
 * META-INF/services/io.eyestalk.shared.Command}.
 */
public interface Command {
    /** Exit code of a command that did what it was asked for. */
    int DONE = 0;

    /** Exit code of a command that could not do it. */
    int FAILED = 1;

    /** Exit code of a command that was asked in a way it does not understand. */
    int MISUSED = 2;

    /** The word it is called by. */
    String name();

    /**
     * Runs.
     *
     * @param arguments what stood behind the name
     * @return the exit code of the process
     * @throws IOException when input cannot be read; told to the person, exit code {@link #FAILED}
     */
    int run(List<String> arguments, Terminal terminal) throws IOException;
}

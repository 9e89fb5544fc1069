package io.eyestalk.shared;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;

/** Where a {@link Command} reads and writes. */
public interface Terminal {
    InputStream in();

    /** The result, for other programs to read. */
    PrintStream out();

    /** What a person should know. */
    PrintStream err();

    /**
     * One line, not shown while a person types it; without its end of line.
     *
     * @throws IOException when there is no line
     */
    String readSecret(String prompt) throws IOException;
}

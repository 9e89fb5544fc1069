package io.eyestalk.stats;

import io.eyestalk.shared.Command;
import io.eyestalk.shared.Terminal;
import java.io.IOException;
import java.text.Normalizer;
import java.util.List;

/** Makes the value of {@code eyestalk.dashboard.password-hash}: one line in, one line out. */
public final class HashPasswordCommand implements Command {
    private static final int MIN_LENGTH = 12;

    /** For the service loader. */
    public HashPasswordCommand() {}

    @Override
    public String name() {
        return "hash-password";
    }

    @Override
    public int run(List<String> arguments, Terminal terminal) throws IOException {
        if (!arguments.isEmpty()) {
            // A password there would stand in the shell's history and in the list of processes.
            terminal.err().println("usage: java -jar eyestalk.jar hash-password < FILE");
            return MISUSED;
        }
        var password = Normalizer.normalize(terminal.readSecret("Password"), Normalizer.Form.NFC);
        if (password.length() < MIN_LENGTH || password.length() > LoginRequest.MAX_LENGTH) {
            terminal.err()
                    .println(
                            "The password must have %d to %d characters."
                                    .formatted(MIN_LENGTH, LoginRequest.MAX_LENGTH));
            return FAILED;
        }
        terminal.out().println(PasswordHash.of(password).value());
        return DONE;
    }
}

package io.eyestalk.stats;

import java.util.Objects;
import java.util.regex.Pattern;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/**
 * An operator's password as the configuration has it: {@code {argon2id}$argon2id$…} or {@code
 * {bcrypt}$2a$…}; empty when there is none.
 */
record PasswordHash(String value) {
    private static final String ARGON = "{argon2id}";
    private static final String BCRYPT = "{bcrypt}";
    private static final Pattern FORM =
            Pattern.compile(
                    "\\{argon2id}\\$argon2id\\$v=\\d+\\$m=\\d+,t=\\d+,p=\\d+\\$[^$]+\\$[^$]+"
                            + "|\\{bcrypt}\\$2[aby]?\\$\\d\\d\\$[./A-Za-z0-9]{53}");

    /**
     * Public, since Spring converts texts of the configuration through public constructors only.
     */
    public PasswordHash {
        value = value.strip();
        if (!value.isEmpty() && !FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "eyestalk.dashboard.password-hash is made by: java -jar eyestalk.jar"
                            + " hash-password");
        }
    }

    /** A new hash with a salt of its own. */
    static PasswordHash of(String password) {
        return new PasswordHash(ARGON + Objects.requireNonNull(argon().encode(password)));
    }

    /** Takes as long for a wrong password as for the right one. */
    boolean matches(String password) {
        return value.startsWith(ARGON)
                ? argon().matches(password, value.substring(ARGON.length()))
                : new BCryptPasswordEncoder().matches(password, value.substring(BCRYPT.length()));
    }

    /** OWASP's minimum for Argon2id: 19 MiB, two passes, one lane. */
    private static Argon2PasswordEncoder argon() {
        return new Argon2PasswordEncoder(16, 32, 1, 19 * 1024, 2);
    }

    @Override
    public String toString() {
        return "***";
    }
}

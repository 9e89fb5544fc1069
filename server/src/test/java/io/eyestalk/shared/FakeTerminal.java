package io.eyestalk.shared;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Answers every question with the same line, has a text to read, and keeps what was printed. */
public final class FakeTerminal implements Terminal {
    private final String secret;
    private final InputStream in;
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final ByteArrayOutputStream told = new ByteArrayOutputStream();

    private FakeTerminal(String secret, String input) {
        this.secret = secret;
        this.in = new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8));
    }

    public static FakeTerminal answering(String secret) {
        return new FakeTerminal(secret, "");
    }

    public static FakeTerminal reading(String input) {
        return new FakeTerminal("", input);
    }

    /** What went to other programs. */
    public String printed() {
        return printed.toString(StandardCharsets.UTF_8).strip();
    }

    /** What a person was told. */
    public String told() {
        return told.toString(StandardCharsets.UTF_8).strip();
    }

    @Override
    public InputStream in() {
        return in;
    }

    @Override
    public PrintStream out() {
        return new PrintStream(printed, true, StandardCharsets.UTF_8);
    }

    @Override
    public PrintStream err() {
        return new PrintStream(told, true, StandardCharsets.UTF_8);
    }

    @Override
    public String readSecret(String prompt) {
        return secret;
    }
}

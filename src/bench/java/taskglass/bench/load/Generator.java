package taskglass.bench.load;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A server in its own process that sends events on command. */
final class Generator implements AutoCloseable {
    /** The password with which the window connects. */
    static final String PASSWORD = "load";

    private final Process process;
    private final BufferedReader answers;
    private final PrintStream orders;
    private final String url;

    Generator(String main, String... arguments) throws IOException {
        process = Children.java(main, List.of(), arguments);
        answers = process.inputReader(StandardCharsets.UTF_8);
        orders = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
        url = answers.readLine();
    }

    String url() {
        return url;
    }

    /** Starts a command; {@link #done} waits for its end. */
    void order(String words) {
        orders.println(words);
    }

    /** Waits for the command to finish, and returns how much has been sent in all. */
    long done() throws IOException {
        return Long.parseLong(answers.readLine());
    }

    @Override
    public void close() {
        process.destroy();
    }
}

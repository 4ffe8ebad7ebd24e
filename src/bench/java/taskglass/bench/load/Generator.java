package taskglass.bench.load;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A server in a process of its own that sends what it is ordered to send. */
final class Generator implements AutoCloseable {
    /** What its window has to say to be let in. */
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

    /** Begins what is ordered; {@link #done} waits for its end. */
    void order(String words) {
        orders.println(words);
    }

    /** How much has been sent in all, once the order is carried out. */
    long done() throws IOException {
        return Long.parseLong(answers.readLine());
    }

    @Override
    public void close() {
        process.destroy();
    }
}

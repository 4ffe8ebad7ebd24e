package taskglass.shell;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.stream.Stream;
import taskglass.ShellRun;
import taskglass.lab.Await;
import taskglass.lab.RealOpenCode;

/** {@code watch --json} at work in this process, and the lines that it has printed so far. */
final class Watching implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final Thread thread;

    /** Returns once it watches: what is at work by then has its line, and so has what begins later. */
    Watching(RealOpenCode server, String... options) {
        String[] words = {"watch", "--json", "--server", server.baseUrl()};
        String[] all = Stream.concat(Stream.of(words), Stream.of(options)).toArray(String[]::new);
        thread = Thread.ofPlatform().start(() -> ShellRun.run(Map.of(), "", out, err, OptionalInt.empty(), all));
        Await.until("it watches", () -> err.toString().contains("Watching " + server.baseUrl()));
    }

    List<JsonNode> lines(String session) {
        return out.toString()
                .lines()
                .map(Watching::parsed)
                .filter(line -> line.path("session").asText().equals(session))
                .toList();
    }

    void awaitStatus(String session, String status) {
        awaitLine(session, line -> line.path("status").asText().equals(status));
    }

    /** Waits until the session's newest line is such. */
    void awaitLine(String session, Predicate<JsonNode> such) {
        Await.until(
                "such a line of " + session,
                () -> lines(session).stream()
                        .reduce((first, second) -> second)
                        .filter(such)
                        .isPresent());
    }

    private static JsonNode parsed(String line) {
        try {
            return JSON.readTree(line);
        } catch (IOException e) {
            throw new UncheckedIOException(line, e);
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}

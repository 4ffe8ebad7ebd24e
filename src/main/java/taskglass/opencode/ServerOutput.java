package taskglass.opencode;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a server prints: where it listens, and its last lines without colours and without its password. Runs on the
 * thread {@code opencode-output}, which reads to the end so that the server never waits for a full pipe.
 */
final class ServerOutput implements Runnable {
    /** Enough to show why a server died, little enough to show in a window. */
    private static final int LINES = 20;

    private static final int LONGEST_LINE = 500;
    private static final Pattern LISTENING = Pattern.compile("server listening on (https?://\\S+)");
    private static final Pattern COLOUR = Pattern.compile("\u001B\\[[0-9;?]*[A-Za-z]");

    private final InputStream stream;
    private final String password;
    private final Deque<String> lines = new ArrayDeque<>();
    private final CompletableFuture<String> address = new CompletableFuture<>();
    private final CompletableFuture<Void> end = new CompletableFuture<>();

    ServerOutput(InputStream stream, String password) {
        this.stream = stream;
        this.password = password;
    }

    /** Completes with the base URL once the server has said where it listens. */
    CompletableFuture<String> address() {
        return address;
    }

    /** Completes when everything has been read. */
    CompletableFuture<Void> end() {
        return end;
    }

    List<String> lastLines() {
        synchronized (lines) {
            return List.copyOf(lines);
        }
    }

    @Override
    public void run() {
        try (Reader in = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            readLines(in);
        } catch (IOException closed) {
            // the server is gone; what it printed before is kept
        } finally {
            end.complete(null);
        }
    }

    /** Not {@code readLine}, which would gather without bounds what never ends in a line break. */
    private void readLines(Reader in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c >= 0; c = in.read()) {
            if (c == '\n') {
                take(line.toString());
                line.setLength(0);
            } else if (line.length() < LONGEST_LINE) {
                line.append((char) c);
            }
        }
        take(line.toString());
    }

    private void take(String raw) {
        String line =
                COLOUR.matcher(raw).replaceAll("").replace(password, "***").strip();
        if (line.isEmpty()) {
            return;
        }
        synchronized (lines) {
            lines.addLast(line);
            if (lines.size() > LINES) {
                lines.removeFirst();
            }
        }
        Matcher listening = LISTENING.matcher(line);
        if (listening.find()) {
            address.complete(listening.group(1));
        }
    }
}

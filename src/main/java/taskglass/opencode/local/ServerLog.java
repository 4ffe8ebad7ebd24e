package taskglass.opencode.local;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import taskglass.task.TextCut;

/**
 * The file that a server started by Taskglass prints to. Yields the server's address and its last lines, without
 * colours and without its password. It is a file and not a pipe, so that the server can outlive Taskglass. It is read
 * only when something is requested. Blocks.
 */
final class ServerLog {
    /** Enough to show why a server died, short enough to show in a window. */
    private static final int LINES = 20;

    private static final int LONGEST_LINE = 500;
    private static final int TAIL = 256 * 1024;

    /** A server that logs everything it does would fill a disk in the end. */
    static final int LARGEST = 16 * TAIL;

    private static final Pattern LISTENING = Pattern.compile("server listening on (https?://\\S+)\\s");
    private static final Pattern COLOUR = Pattern.compile("\u001B\\[[0-9;?]*[A-Za-z]");

    private final Path file;
    private final String password;
    private long searched;

    ServerLog(Path file, String password) {
        this.file = file;
        this.password = password;
    }

    Path file() {
        return file;
    }

    /** Returns the base URL once the server has printed where it listens. Later calls search only new output. */
    Optional<String> address() {
        try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "r")) {
            while (searched < open.length()) {
                String piece = read(open, searched, TAIL);
                Matcher listening = LISTENING.matcher(piece);
                if (listening.find()) {
                    return Optional.of(listening.group(1));
                }
                if (piece.length() < TAIL) {
                    searched = Math.max(searched, open.length() - LONGEST_LINE);
                    return Optional.empty();
                }
                searched += TAIL - LONGEST_LINE;
            }
        } catch (IOException e) {
            // Nothing has been printed yet.
        }
        return Optional.empty();
    }

    List<String> lastLines() {
        try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "r")) {
            List<String> lines = read(open, Math.max(0, open.length() - TAIL), TAIL)
                    .lines()
                    .map(this::shown)
                    .filter(line -> !line.isEmpty())
                    .toList();
            return lines.subList(Math.max(0, lines.size() - LINES), lines.size());
        } catch (IOException e) {
            return List.of();
        }
    }

    /** Cuts a file that has grown too large down to its end. The server continues writing after that. */
    void cut() {
        try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "rw")) {
            if (open.length() <= LARGEST) {
                return;
            }
            String end = read(open, open.length() - TAIL, TAIL);
            open.setLength(0);
            Files.writeString(file, end, StandardCharsets.ISO_8859_1, StandardOpenOption.APPEND);
        } catch (IOException e) {
            // The file is gone, or Windows does not permit it: the next call tries again.
        }
    }

    /** Reads bytes as single characters, because a piece may begin or end within a character. */
    private static String read(RandomAccessFile open, long from, int most) throws IOException {
        byte[] bytes = new byte[(int) Math.min(most, open.length() - from)];
        open.seek(from);
        open.readFully(bytes);
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private String shown(String raw) {
        String line = new String(raw.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
        String plain =
                COLOUR.matcher(line).replaceAll("").replace(password, "***").strip();
        return TextCut.beginning(plain, LONGEST_LINE);
    }
}

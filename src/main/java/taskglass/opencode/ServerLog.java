package taskglass.opencode;

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
import taskglass.task.Cut;

/**
 * The file that a server of ours prints to: where it listens, and its last lines without colours and without its password.
 * A file and not a pipe, so that the server may outlive us; nobody reads it but when something is asked. Blocks.
 */
final class ServerLog {
    /** Enough to show why a server died, little enough to show in a window. */
    private static final int LINES = 20;

    private static final int LONGEST_LINE = 500;
    private static final int TAIL = 256 * 1024;

    /** A server that prints all that it does fills a disk in the end. */
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

    /** The base URL, once the server has said where it listens. Asked again, only what came since is looked through. */
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
            // It has said nothing yet.
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

    /** Leaves no more than the end of a file that has grown too large; the server writes on behind that. */
    void cut() {
        try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "rw")) {
            if (open.length() <= LARGEST) {
                return;
            }
            String end = read(open, open.length() - TAIL, TAIL);
            open.setLength(0);
            Files.writeString(file, end, StandardCharsets.ISO_8859_1, StandardOpenOption.APPEND);
        } catch (IOException e) {
            // It has gone, or only Windows minds: it is tried again.
        }
    }

    /** A byte is a letter here: where a piece begins and ends may lie within one. */
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
        return Cut.beginning(plain, LONGEST_LINE);
    }
}

package taskglass.opencode.discovery;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The listening sockets in the kernel's own tables of TCP sockets. */
final class ProcNet {
    private static final String LISTENS = "0A";
    private static final Pattern ROW = Pattern.compile(
            "\\s*\\d+: ([0-9A-F]+):([0-9A-F]{4}) \\S+ ([0-9A-F]{2}) \\S+ \\S+ \\S+\\s+(\\d+)\\s+\\d+ (\\d+).*");
    private static final int WORD = 4;

    private ProcNet() {}

    /** A listening socket: its address and port, its owner's number and its own. */
    record Row(InetAddress address, int port, int user, String inode) {}

    static List<Row> listening() {
        List<Row> rows = new ArrayList<>();
        read(Path.of("/proc/self/net/tcp"), rows);
        read(Path.of("/proc/self/net/tcp6"), rows);
        return rows;
    }

    /** Listening sockets come first, so that thousands of connections after them cost nothing. */
    private static void read(Path table, List<Row> rows) {
        try (BufferedReader lines = Files.newBufferedReader(table, StandardCharsets.US_ASCII)) {
            lines.readLine(); // the headings
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                Matcher row = ROW.matcher(line);
                if (!row.matches() || !row.group(3).equals(LISTENS)) {
                    return;
                }
                rows.add(new Row(
                        address(row.group(1)),
                        Integer.parseInt(row.group(2), 16),
                        Integer.parseInt(row.group(4)),
                        row.group(5)));
            }
        } catch (IOException unreadable) {
            // a kernel without IPv6 has no such table
        }
    }

    /** Groups of four bytes in the order of the processor, which is little-endian wherever OpenCode runs. */
    static InetAddress address(String hex) throws UnknownHostException {
        byte[] bytes = HexFormat.of().parseHex(hex);
        for (int word = 0; word < bytes.length; word += WORD) {
            swap(bytes, word, word + 3);
            swap(bytes, word + 1, word + 2);
        }
        return InetAddress.getByAddress(bytes);
    }

    private static void swap(byte[] bytes, int one, int other) {
        byte kept = bytes[one];
        bytes[one] = bytes[other];
        bytes[other] = kept;
    }
}

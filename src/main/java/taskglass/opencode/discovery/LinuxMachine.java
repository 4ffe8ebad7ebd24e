package taskglass.opencode.discovery;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Reads Linux's {@code /proc} directly: a library that does it for every process costs a hundred times as much. The
 * owners of ports are looked up again only when a process or a port has come or gone.
 */
public final class LinuxMachine implements LocalMachine {
    private static final Path PROC = Path.of("/proc");
    private static final Pattern SOCKET = Pattern.compile("socket:\\[(\\d+)]");
    private static final int OTHERS = 0077;

    private final int user = owner(PROC.resolve("self"));
    private Map<Started, Instant> starts = Map.of();
    private Asked asked = new Asked(Set.of(), Set.of());
    private Map<String, Long> owners = Map.of();

    /** A process and how long after boot it was started. Its start by the clock is computed only once. */
    private record Started(long pid, Duration after) {}

    /** The input that the owners depend on. */
    private record Asked(Set<Long> pids, Set<String> sockets) {}

    @Override
    public List<OpenCodeProcess> openCodes() {
        Instant boot = LinuxProcess.boot();
        Map<Started, Instant> running = new HashMap<>();
        List<OpenCodeProcess> found = new ArrayList<>();
        for (String name : Objects.requireNonNullElse(PROC.toFile().list(), new String[0])) {
            if (Character.isDigit(name.charAt(0))) {
                LinuxProcess process = new LinuxProcess(Long.parseLong(name), PROC.resolve(name));
                if (Program.isOpenCode(process.name()) && owner(process.files()) == user && !process.zombie()) {
                    Started started = new Started(process.pid(), process.start());
                    running.put(started, starts.getOrDefault(started, boot.plus(started.after())));
                    found.add(process.openCode(running.get(started)));
                }
            }
        }
        starts = running;
        return found;
    }

    @Override
    public List<ListeningPort> listening(Set<Long> pids) {
        List<ProcNet.Row> rows = ProcNet.listening();
        Set<String> sockets =
                new TreeSet<>(rows.stream().map(ProcNet.Row::inode).toList());
        Asked now = new Asked(pids, sockets);
        if (!now.equals(asked)) {
            owners = owners(now);
            asked = now;
        }
        return rows.stream()
                .map(row -> new ListeningPort(
                        row.address(),
                        row.port(),
                        row.user() == user,
                        owners.containsKey(row.inode())
                                ? OptionalLong.of(owners.get(row.inode()))
                                : OptionalLong.empty(),
                        row.inode()))
                .toList();
    }

    private static Map<String, Long> owners(Asked asked) {
        Map<String, Long> owners = new HashMap<>();
        for (long pid : asked.pids()) {
            Path open = PROC.resolve(String.valueOf(pid), "fd");
            try (DirectoryStream<Path> files = Files.newDirectoryStream(open)) {
                for (Path file : files) {
                    var socket = SOCKET.matcher(LinuxProcess.link(file));
                    if (socket.matches() && asked.sockets().contains(socket.group(1))) {
                        owners.put(socket.group(1), pid);
                    }
                }
            } catch (IOException | DirectoryIteratorException goneOrAnotherUsers) {
                // then no port of it can be known
            }
        }
        return owners;
    }

    @Override
    public boolean isPrivate(Path file) {
        try {
            Map<String, Object> facts = Files.readAttributes(file, "unix:uid,mode");
            return facts.get("uid") instanceof Integer uid
                    && uid == user
                    && facts.get("mode") instanceof Integer mode
                    && (mode & OTHERS) == 0;
        } catch (IOException unreadable) {
            return false;
        }
    }

    /** Returns the user's number, or -1 if the file is gone. */
    private static int owner(Path path) {
        try {
            return Files.getAttribute(path, "unix:uid") instanceof Integer uid ? uid : -1;
        } catch (IOException gone) {
            return -1;
        }
    }
}

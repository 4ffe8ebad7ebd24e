package taskglass.opencode.discovery;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import taskglass.opencode.Credentials;

/**
 * What OpenCode 2's background service has written of itself: {@code {id?, version?, url, pid, password?}}. It may be
 * half-written, or left behind by a service that is gone.
 */
record ServiceFile(Path path, URI url, long pid, Optional<Credentials> credentials) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long HUGE = 64 * 1024L;

    /** That of the released channels, and that of any other. */
    private static final String NAMES = "service(-[^/\\\\]+)?\\.json";

    private static final int MOST = 20;

    /** The files of a folder that a service may have written, or the file itself that is named. */
    static Stream<Path> in(Path folder) {
        if (!Files.isDirectory(folder)) {
            return Stream.of(folder);
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all
                    .filter(file -> file.getFileName().toString().matches(NAMES))
                    .sorted()
                    .limit(MOST)
                    .toList()
                    .stream();
        } catch (IOException | UncheckedIOException unreadable) {
            return Stream.empty();
        }
    }

    /** What can be read there. The password of a file that others may read or have written is left out. */
    static Optional<ServiceFile> read(Path path, Machine machine) {
        try {
            if (!Files.isRegularFile(path) || Files.size(path) > HUGE) {
                return Optional.empty();
            }
            JsonNode written = JSON.readTree(Files.readAllBytes(path));
            URI url = URI.create(written.path("url").asText());
            boolean whole = "http".equals(url.getScheme())
                    && url.getHost() != null
                    && url.getPort() > 0
                    && written.path("pid").isIntegralNumber();
            Optional<Credentials> credentials = Optional.of(
                            written.path("password").asText())
                    .filter(password -> !password.isEmpty() && machine.isPrivate(path))
                    .map(password -> new Credentials(Credentials.DEFAULT_USER, password));
            return whole
                    ? Optional.of(new ServiceFile(path, url, written.path("pid").asLong(), credentials))
                    : Optional.empty();
        } catch (IOException | IllegalArgumentException unreadable) {
            return Optional.empty(); // half-written, perhaps: it is read again at the next look
        }
    }

    /** Whether that port is the one it names, on this machine, and held by the process it names. */
    boolean names(Listening socket) {
        String host = url.getHost();
        boolean here = host.matches("localhost|127\\.\\d+\\.\\d+\\.\\d+|\\[::1]|0\\.0\\.0\\.0|\\[::]");
        return here && socket.port() == url.getPort() && socket.answersOnLoopback() && socket.isOf(pid);
    }
}

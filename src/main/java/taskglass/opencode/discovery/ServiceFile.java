package taskglass.opencode.discovery;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import taskglass.opencode.http.Credentials;

/**
 * The file in which OpenCode 2's background service describes itself: {@code {id?, version?, url, pid, password?}}. It
 * may be half-written, or left behind by a service that is gone.
 */
record ServiceFile(Path path, URI url, long pid, Optional<Credentials> credentials) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long HUGE = 64 * 1024L;

    /** Returns the file of that name, and those of other channels beside it: {@code service-local.json}. */
    static List<Path> all(Path path) {
        String name = path.getFileName().toString();
        String others = name.replaceFirst("\\.json$", "-*.json");
        List<Path> found = new ArrayList<>(List.of(path));
        try (DirectoryStream<Path> beside =
                Files.newDirectoryStream(path.toAbsolutePath().getParent(), others)) {
            beside.forEach(found::add);
        } catch (IOException | DirectoryIteratorException noFolder) {
            // then there is no service either
        }
        return found;
    }

    /** Reads the file. The password is left out if other users may read the file or have written it. */
    static Optional<ServiceFile> read(Path path, LocalMachine localMachine) {
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
                    .filter(password -> !password.isEmpty() && localMachine.isPrivate(path))
                    .map(password -> new Credentials(Credentials.DEFAULT_USER, password));
            return whole
                    ? Optional.of(new ServiceFile(path, url, written.path("pid").asLong(), credentials))
                    : Optional.empty();
        } catch (IOException | IllegalArgumentException unreadable) {
            return Optional.empty(); // possibly half-written: the next scan reads it again
        }
    }

    /** Whether that port is the one that the file names, on this computer, and held by the process that it names. */
    boolean names(ListeningPort socket) {
        String host = url.getHost();
        boolean here = host.matches("localhost|127\\.\\d+\\.\\d+\\.\\d+|\\[::1]|0\\.0\\.0\\.0|\\[::]");
        return here && socket.port() == url.getPort() && socket.answersOnLoopback() && socket.isOf(pid);
    }
}

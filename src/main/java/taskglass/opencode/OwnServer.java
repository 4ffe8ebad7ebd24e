package taskglass.opencode;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import taskglass.task.ServerId;

/**
 * All that another Taskglass of this user needs of a server that a window started: where it listens, what opens it, and
 * which process it is.
 *
 * @param began when the process began, by which it is told from a later one of the same id
 * @param folder where it was started
 * @param log where it prints
 */
public record OwnServer(ServerId server, Credentials credentials, long pid, Instant began, Path folder, Path log) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** One line of JSON, the password among it. */
    public String line() {
        return JSON.createObjectNode()
                .put("url", server.url())
                .put("user", credentials.user())
                .put("password", credentials.password())
                .put("pid", pid)
                .put("began", began.toEpochMilli())
                .put("folder", folder.toString())
                .put("log", log.toString())
                .toString();
    }

    /** Empty where the line tells of none. */
    public static Optional<OwnServer> parse(String line) {
        try {
            JsonNode json = JSON.readTree(line);
            return Optional.of(new OwnServer(
                            new ServerId(json.path("url").asText()),
                            new Credentials(
                                    json.path("user").asText(),
                                    json.path("password").asText()),
                            json.path("pid").asLong(),
                            Instant.ofEpochMilli(json.path("began").asLong()),
                            Path.of(json.path("folder").asText()),
                            Path.of(json.path("log").asText())))
                    .filter(own -> !own.server.url().isEmpty());
        } catch (JacksonException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The way there. */
    public Connection connection() {
        return new Connection(new Endpoint(server, Optional.of(credentials)));
    }

    /** Its process, while that runs. */
    public Optional<ProcessHandle> process() {
        return new ProcessMark(pid, began).running();
    }
}

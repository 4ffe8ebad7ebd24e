package taskglass.opencode.local;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import taskglass.opencode.Connection;
import taskglass.opencode.http.Credentials;
import taskglass.opencode.http.Endpoint;
import taskglass.task.ServerId;

/**
 * Everything that another Taskglass of this user needs to know about a server that a window started: its address, its
 * credentials, and its process.
 *
 * @param began when the process began, which distinguishes it from a later process with the same id
 * @param folder where it was started
 * @param log the file that it prints to
 */
public record OwnServer(ServerId server, Credentials credentials, long pid, Instant began, Path folder, Path log) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Returns one line of JSON, including the password. */
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

    /** Empty if the line does not describe a server. */
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

    /** Returns a connection to the server. */
    public Connection connection() {
        return new Connection(new Endpoint(server, Optional.of(credentials)));
    }

    /** Returns its process while that runs. */
    public Optional<ProcessHandle> process() {
        return new ProcessMark(pid, began).running();
    }
}

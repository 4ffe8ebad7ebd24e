package taskglass.opencode.session;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import taskglass.task.status.Listing.Partless;
import taskglass.task.status.ListingRequest.Read;

/**
 * Recognizes an answer without content. That is all a server produces if the session's directory is gone. Reads the
 * disk.
 */
final class EmptyAnswer {
    private EmptyAnswer() {}

    /** Returns the newest of these messages, if it is such an answer. */
    static Optional<Partless> newest(List<JsonNode> messages, Read read) {
        return messages.isEmpty() ? Optional.empty() : of(messages.getLast(), read);
    }

    private static Optional<Partless> of(JsonNode message, Read read) {
        boolean empty = message.at("/info/role").asText().equals("assistant")
                && message.path("parts").isEmpty();
        return empty
                ? Optional.of(new Partless(message.at("/info/id").asText(), read.ourFiles(), gone(read)))
                : Optional.empty();
    }

    /** A directory counts as gone only if it is known not to exist, not if it cannot be accessed. */
    private static boolean gone(Read read) {
        String directory = read.session().directory();
        try {
            return read.ourFiles() && !directory.isEmpty() && Files.notExists(Path.of(directory));
        } catch (InvalidPathException notOfThisSystem) {
            return false;
        }
    }
}

package taskglass.opencode;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import taskglass.task.Listing.Partless;
import taskglass.task.Question.Read;

/** An answer into which nothing was written, which is all that a server does where the directory is gone. Reads the disk. */
final class EmptyAnswer {
    private EmptyAnswer() {}

    /** The newest of these messages, if it is one. */
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

    /** Only what is known not to be there is gone, and not what may not be looked at. */
    private static boolean gone(Read read) {
        String directory = read.session().directory();
        try {
            return read.ourFiles() && !directory.isEmpty() && Files.notExists(Path.of(directory));
        } catch (InvalidPathException notOfThisSystem) {
            return false;
        }
    }
}

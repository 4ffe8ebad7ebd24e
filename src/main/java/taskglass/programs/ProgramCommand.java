package taskglass.programs;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A program to start, as a list of arguments.
 *
 * @param environment variables to add; passwords are here and never among the arguments
 */
public record ProgramCommand(List<String> words, Path folder, Map<String, String> environment) {
    public ProgramCommand {
        words = List.copyOf(words);
        environment = Map.copyOf(environment);
    }

    ProgramCommand(List<String> words, Path folder) {
        this(words, folder, Map.of());
    }
}

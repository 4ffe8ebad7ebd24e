package taskglass.programs;

import java.util.List;
import java.util.stream.Stream;
import taskglass.task.TaskKey;

/** The arguments of OpenCode that open a task in a terminal, as accepted by every OpenCode since 1.2. */
public final class AttachArguments {
    private AttachArguments() {}

    /**
     * Includes the directory. Without it the terminal would look in the server's own directory, where the session may
     * not exist. A value that begins like an option is written as part of its option.
     */
    public static List<String> of(TaskKey task, String directory) {
        return Stream.of(
                        List.of("attach", task.server().url()),
                        option("-s", "--session", task.session()),
                        option("--dir", "--dir", directory))
                .flatMap(List::stream)
                .toList();
    }

    private static List<String> option(String usual, String spelled, String value) {
        return value.startsWith("-") ? List.of(spelled + "=" + value) : List.of(usual, value);
    }
}

package taskglass.shell.output;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import taskglass.task.TaskStatus;

/** The option that selects tasks by their status. */
public final class StatusOption {
    private final Set<TaskStatus> chosen = EnumSet.noneOf(TaskStatus.class);

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--status",
            paramLabel = "S",
            split = ",",
            description =
                    "List only tasks with one of these statuses: starting, running, retrying, needs-you, cancelling,"
                            + " completed, failed, cancelled, interrupted, idle.")
    void choose(List<String> words) {
        words.forEach(word -> chosen.add(StatusName.parse(word).orElseThrow(() -> unknown(word))));
    }

    /** Empty for all. */
    public Set<TaskStatus> chosen() {
        return chosen;
    }

    private ParameterException unknown(String word) {
        String words = StatusName.shown().map(StatusName::word).collect(Collectors.joining(", "));
        return new ParameterException(
                spec.commandLine(), "--status: expected some of " + words + ", got “" + word + "”.");
    }
}

package taskglass;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import taskglass.desktop.TaskId;

/** Brings the window to a task. Main asks the open window to, or opens one. */
@Command(
        name = "open",
        mixinStandardHelpOptions = true,
        description = {
            "Brings the window to the front and selects a task in it. Opens the window if there is none; the command",
            "then ends with it."
        },
        footer = {"", "Exit status: 0, 2 that is no id."})
final class OpenTask implements Runnable {
    private final Arguments arguments;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "ID", description = "A session id, or a unique prefix of one.")
    private String id;

    OpenTask(Arguments arguments) {
        this.arguments = arguments;
    }

    @Override
    public void run() {
        if (arguments.namesServers()) {
            throw new ParameterException(
                    spec.commandLine(), "--server: the window has its own servers. Leave it out for open.");
        }
        arguments.open(TaskId.parse(id)
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(), "Expected the id of a task, as taskglass ls shows it, got “" + id + "”.")));
    }
}

package taskglass.shell;

import java.io.PrintWriter;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import taskglass.shell.output.FishCompletion;

/** Prints the script with which a shell completes commands, options and their values. */
@Command(
        name = "completion",
        mixinStandardHelpOptions = true,
        description = "Prints the script that completes taskglass in a shell.",
        footer = {
            "",
            "bash: source <(taskglass completion bash)",
            "zsh:  source <(taskglass completion zsh)",
            "fish: taskglass completion fish | source"
        })
final class CompletionScript implements Runnable {
    /** The shells that there is a script for. Their names are typed as they are. */
    enum For {
        bash,
        zsh,
        fish
    }

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "SHELL", description = "One of ${COMPLETION-CANDIDATES}.")
    private For wanted;

    @Override
    public void run() {
        CommandLine root = spec.root().commandLine();
        PrintWriter out = spec.commandLine().getOut();
        out.print(
                switch (wanted) {
                    case bash -> AutoComplete.bash(root.getCommandName(), root);
                    case zsh -> zsh(root);
                    case fish -> FishCompletion.of(root.getCommandSpec());
                });
        out.flush();
    }

    /** Works when it is sourced, and as the file _taskglass in a folder of completions. */
    private static String zsh(CommandLine root) {
        String name = root.getCommandName();
        return "#compdef " + name + "\n" + AutoComplete.bash(name, root) + "\n"
                + "# As a file in a folder of completions, this is the first completion itself.\n"
                + "if [[ ${funcstack[1]} == _" + name + " ]]; then\n"
                + "  _bash_complete -o default -F _complete_" + name + "\n"
                + "fi\n";
    }
}

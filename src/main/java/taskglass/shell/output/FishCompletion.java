package taskglass.shell.output;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The completion script for fish, generated from the commands and their options. */
public final class FishCompletion {
    private final String name;
    private final List<String> lines = new ArrayList<>();

    private FishCompletion(String name) {
        this.name = name;
    }

    public static String of(CommandSpec root) {
        FishCompletion script = new FishCompletion(root.name());
        script.lines.add("# fish completion for " + root.name() + ": " + root.name() + " completion fish | source");
        script.lines.add("complete -c " + root.name() + " -f");
        root.options().forEach(option -> script.option(option, "__fish_use_subcommand"));
        root.subcommands().values().stream()
                .distinct()
                .map(CommandLine::getCommandSpec)
                .forEach(script::command);
        return String.join("\n", script.lines) + "\n";
    }

    private void command(CommandSpec command) {
        add(
                "__fish_use_subcommand",
                "-a " + quoted(command.name()) + about(command.usageMessage().description()));
        String inside = "__fish_seen_subcommand_from " + command.name();
        command.options().forEach(option -> option(option, inside));
        command.positionalParameters()
                .forEach(parameter -> values(parameter).ifPresent(values -> add(inside, "-a " + quoted(values))));
    }

    private void option(OptionSpec option, String condition) {
        StringBuilder line = new StringBuilder();
        for (String each : option.names()) {
            line.append(each.startsWith("--") ? " -l " : " -s ").append(each.replaceFirst("^-+", ""));
        }
        if (option.arity().max() > 0) {
            line.append(" -r");
            if (option.typeInfo().getClassName().contains("Path")
                    || option.paramLabel().equals("D")) {
                line.append(" -F");
            }
        }
        values(option).ifPresent(values -> line.append(" -a ").append(quoted(values)));
        add(condition, line.toString().strip() + about(option.description()));
    }

    private void add(String condition, String rest) {
        lines.add("complete -c " + name + " -n " + quoted(condition) + " " + rest);
    }

    private static String about(String[] description) {
        return description.length == 0 ? "" : " -d " + quoted(description[0].replaceFirst("\\. .*", "."));
    }

    /** The values that the argument takes, separated by spaces; empty if they are not fixed. */
    private static Optional<String> values(ArgSpec argument) {
        return Optional.ofNullable(argument.completionCandidates())
                .map(values -> String.join(
                        " ", StreamSupport.stream(values.spliterator(), false).toList()))
                .filter(values -> !values.isEmpty());
    }

    private static String quoted(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}

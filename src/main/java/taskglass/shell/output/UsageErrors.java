package taskglass.shell.output;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Reports what is wrong with a command line. For an unknown command, one line with the nearest existing ones. */
public final class UsageErrors implements IParameterExceptionHandler {
    @Override
    public int handleParseException(ParameterException wrong, String[] words) {
        CommandLine line = wrong.getCommandLine();
        boolean atTop = line.getParent() == null;
        if (!atTop || !(wrong instanceof UnmatchedArgumentException unmatched) || unmatched.isUnknownOption()) {
            return print(line, wrong);
        }
        String word = TerminalText.plain(unmatched.getUnmatched().getFirst());
        List<String> nearest = unmatched.getSuggestions();
        String all = String.join(", ", nearest.isEmpty() ? line.getSubcommands().keySet() : nearest);
        line.getErr()
                .println("Unknown command “" + word + "”. "
                        + (nearest.isEmpty() ? "Commands: " + all + "." : "Did you mean " + all + "?"));
        return CommandLine.ExitCode.USAGE;
    }

    /**
     * Prints the error as picocli does, without terminal control sequences: a script may pass on text that it received.
     */
    private static int print(CommandLine line, ParameterException wrong) {
        line.getErr().println(TerminalText.lines(wrong.getMessage()));
        if (!UnmatchedArgumentException.printSuggestions(wrong, line.getErr())) {
            line.usage(line.getErr());
        }
        return CommandLine.ExitCode.USAGE;
    }
}

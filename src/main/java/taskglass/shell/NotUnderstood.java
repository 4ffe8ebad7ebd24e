package taskglass.shell;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Reports what is wrong with a command line. For an unknown command, one line with the nearest existing ones. */
final class NotUnderstood implements IParameterExceptionHandler {
    @Override
    public int handleParseException(ParameterException wrong, String[] words) {
        CommandLine line = wrong.getCommandLine();
        boolean atTop = line.getParent() == null;
        if (!atTop || !(wrong instanceof UnmatchedArgumentException unmatched) || unmatched.isUnknownOption()) {
            return tell(line, wrong);
        }
        String word = Text.plain(unmatched.getUnmatched().getFirst());
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
    private static int tell(CommandLine line, ParameterException wrong) {
        line.getErr().println(Text.lines(wrong.getMessage()));
        if (!UnmatchedArgumentException.printSuggestions(wrong, line.getErr())) {
            line.usage(line.getErr());
        }
        return CommandLine.ExitCode.USAGE;
    }
}

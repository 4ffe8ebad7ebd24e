package taskglass.shell;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says what was wrong with a command line; of a command that there is not, in one line with the nearest that there are. */
record NotUnderstood(IParameterExceptionHandler otherwise) implements IParameterExceptionHandler {
    @Override
    public int handleParseException(ParameterException wrong, String[] words) throws Exception {
        CommandLine line = wrong.getCommandLine();
        boolean atTop = line.getParent() == null;
        if (!atTop || !(wrong instanceof UnmatchedArgumentException unmatched) || unmatched.isUnknownOption()) {
            return otherwise.handleParseException(wrong, words);
        }
        String word = Text.plain(unmatched.getUnmatched().getFirst());
        List<String> nearest = unmatched.getSuggestions();
        String all = String.join(", ", nearest.isEmpty() ? line.getSubcommands().keySet() : nearest);
        line.getErr()
                .println("There is no command “" + word + "”. " + (nearest.isEmpty() ? "There are: " : "Nearest: ")
                        + all + ".");
        return CommandLine.ExitCode.USAGE;
    }
}

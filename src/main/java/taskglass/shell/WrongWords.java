package taskglass.shell;

import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says what is wrong with a command line: of an unknown command in one line, with those that may have been meant. */
final class WrongWords implements IParameterExceptionHandler {
    @Override
    public int handleParseException(ParameterException wrong, String[] words) {
        CommandLine line = wrong.getCommandLine();
        PrintWriter err = line.getErr();
        if (line.getParent() == null
                && wrong instanceof UnmatchedArgumentException unknown
                && !unknown.isUnknownOption()) {
            err.println(sentence(line, unknown));
        } else {
            err.println(Text.lines(wrong.getMessage()));
            line.usage(err);
        }
        return CommandLine.ExitCode.USAGE;
    }

    private static String sentence(CommandLine line, UnmatchedArgumentException unknown) {
        List<String> nearest = unknown.getSuggestions().stream()
                .filter(line.getSubcommands()::containsKey)
                .toList();
        String meant =
                String.join(", ", nearest.isEmpty() ? line.getSubcommands().keySet() : nearest);
        String word = Text.plain(unknown.getUnmatched().getFirst());
        return "There is no command “" + word + "”. " + (nearest.isEmpty() ? "There are: " : "Nearest: ") + meant + ".";
    }
}

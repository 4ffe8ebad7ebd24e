package taskglass.shell;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import taskglass.ledger.LedgerFile;
import taskglass.ledger.Maintenance;
import taskglass.shell.output.ExitCode;
import taskglass.shell.output.TerminalText;

/** The file in which past runs are kept. Asks no server. */
@Command(
        name = "history",
        mixinStandardHelpOptions = true,
        description = "Shows where past runs are kept, drops old ones, and shrinks the file.",
        footer = {"", "Exit status: 0, 1 the file cannot be used, 2 wrong arguments."})
public final class HistoryCommand {
    private static final int DAYS_OF_A_CENTURY = 36_525;

    private final LedgerFile file;
    private final Maintenance maintenance;
    private final Clock clock;

    @Spec
    private CommandSpec spec;

    public HistoryCommand(LedgerFile file, Clock clock) {
        this.file = file;
        this.maintenance = new Maintenance(file);
        this.clock = clock;
    }

    @Command(description = "Prints the path of the file.")
    int path() {
        return print(file.path().toString());
    }

    @Command(description = "Drops runs that began more than so many days ago.")
    int prune(
            @Option(
                            names = "--older-than",
                            paramLabel = "DAYS",
                            required = true,
                            description = "The age in days, such as 90.")
                    int days) {
        if (days < 0 || days > DAYS_OF_A_CENTURY) {
            throw new ParameterException(
                    spec.commandLine(), "--older-than: expected a number of days from 0 to 36525, got " + days + ".");
        }
        if (isMissing()) {
            return ExitCode.OK;
        }
        try {
            int runs = maintenance.prune(clock.instant().minus(Duration.ofDays(days)));
            return print(runs == 1 ? "1 run dropped" : runs + " runs dropped");
        } catch (Maintenance.Failed e) {
            return fail(e);
        }
    }

    @Command(description = "Gives unused space in the file back to the system.")
    int vacuum() {
        if (isMissing()) {
            return ExitCode.OK;
        }
        try {
            Maintenance.Sizes sizes = maintenance.vacuum();
            return print(kilobytes(sizes.before()) + " before, " + kilobytes(sizes.after()) + " now");
        } catch (Maintenance.Failed e) {
            return fail(e);
        }
    }

    private boolean isMissing() {
        boolean missing = Files.notExists(file.path());
        if (missing) {
            tell("No history has been kept yet.");
        }
        return missing;
    }

    private static String kilobytes(long bytes) {
        return String.format(Locale.ROOT, "%,d kB", (bytes + 1023) / 1024);
    }

    private int print(String line) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(TerminalText.lines(line));
        return out.checkError() ? ExitCode.READER_GONE : ExitCode.OK;
    }

    private int fail(Maintenance.Failed why) {
        tell(why.getMessage());
        return 1;
    }

    private void tell(String sentence) {
        spec.commandLine().getErr().println(TerminalText.lines(sentence));
    }
}

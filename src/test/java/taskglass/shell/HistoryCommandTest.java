package taskglass.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import taskglass.ledger.Ledger;
import taskglass.ledger.LedgerFile;
import taskglass.ledger.record.RunId;
import taskglass.ledger.record.RunRecord;
import taskglass.ledger.record.RunRecord.About;
import taskglass.ledger.record.RunRecord.Ending;
import taskglass.ledger.record.Spent;

/** The commands about the file in which past runs are kept. */
class HistoryCommandTest {
    private static final Instant NOW = Instant.parse("2026-11-30T10:00:00Z");

    @TempDir
    private Path home;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void pathPrintsWhereTheFileIs() {
        assertThat(run("path")).isZero();
        assertThat(out.toString().strip()).isEqualTo(file().path().toString());
    }

    @Test
    void pruneDropsTheRunsThatAreOlderAndNoOthers() {
        keep(NOW.minusSeconds(86_400 * 91L), NOW.minusSeconds(86_400 * 89L));
        assertThat(run("prune", "--older-than", "90")).isZero();
        assertThat(out.toString().strip()).isEqualTo("1 run dropped");
        assertThat(run("prune", "--older-than", "90")).isZero();
        assertThat(out.toString()).endsWith("0 runs dropped\n");
    }

    @Test
    void vacuumSaysHowLargeTheFileIs() {
        keep(NOW);
        assertThat(run("vacuum")).isZero();
        assertThat(out.toString()).matches("\\d+ kB before, \\d+ kB now\n");
    }

    @Test
    void withoutAFileTheySaySoAndMakeNone() {
        assertThat(run("prune", "--older-than", "90")).isZero();
        assertThat(run("vacuum")).isZero();
        assertThat(err.toString().lines()).containsOnly("No history has been kept yet.");
        assertThat(file().path()).doesNotExist();
    }

    @Test
    void aFileThatIsNoDatabaseIsLeftAloneWithASentence() throws IOException {
        Files.createDirectories(file().path().getParent());
        Files.writeString(file().path(), "no database\n".repeat(100));
        assertThat(run("vacuum")).isEqualTo(1);
        assertThat(err.toString()).startsWith("The history in").contains("not a database");
        assertThat(file().path()).content().startsWith("no database");
    }

    @Test
    void daysThatAreNoneAreRefused() {
        assertThat(run("prune", "--older-than", "-1")).isEqualTo(2);
        assertThat(err.toString()).contains("expected a number of days from 0 to 36525, got -1");
    }

    private LedgerFile file() {
        return LedgerFile.usual(Map.of("XDG_DATA_HOME", home.toString()), home, "Linux");
    }

    private void keep(Instant... began) {
        try (Ledger ledger = Ledger.in(file(), Clock.systemUTC(), trouble -> {})) {
            for (Instant at : began) {
                ledger.record(new RunRecord(
                        new RunId("/data", "ses_1", "msg_" + at),
                        new About("", "A task", "/src", "build", ""),
                        new Ending(at, at, "completed", "NONE", "", false),
                        Spent.NOTHING,
                        Spent.NOTHING,
                        true,
                        Map.of()));
            }
        }
    }

    private int run(String... args) {
        CommandLine line = new CommandLine(new HistoryCommand(file(), Clock.fixed(NOW, ZoneOffset.UTC)));
        line.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        return line.execute(args);
    }
}

package taskglass.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that is killed while it writes loses nothing of what it said was written. */
@Tag("slow")
class LedgerCrashTest {
    private static final int KILLS = 10;
    private static final int SEED = 19;
    /** Each process begins with a number that no other one reaches. */
    private static final int APART = 1_000_000;

    @TempDir
    private Path home;

    @Test
    void whatWasAcknowledgedIsThereAfterEachOfTenKills() throws IOException, InterruptedException {
        Path file = home.resolve("taskglass/ledger.db");
        Random random = new Random(SEED);
        Set<String> acknowledged = new HashSet<>();
        for (int kill = 0; kill < KILLS; kill++) {
            acknowledged.addAll(writeAndKill(file, kill * APART, 100 + random.nextInt(3_000)));
        }
        try (Ledger ledger = Ledger.in(new LedgerFile(file), Clock.systemUTC(), trouble -> {})) {
            Set<String> written = ledger.newestRuns(Integer.MAX_VALUE).toCompletableFuture().join().stream()
                    .map(run -> run.key().session())
                    .collect(Collectors.toUnmodifiableSet());
            assertThat(written).containsAll(acknowledged);
        }
        assertThat(home.resolve("taskglass")).isDirectoryNotContaining("glob:**unreadable*");
    }

    /** Returns the sessions whose runs were acknowledged before the process was killed. */
    private static List<String> writeAndKill(Path file, int first, int acknowledgements)
            throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Acknowledging.class.getName(),
                        file.toString(),
                        String.valueOf(first))
                .redirectErrorStream(true)
                .start();
        List<String> sessions = new ArrayList<>();
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine();
                    line != null && sessions.size() < acknowledgements;
                    line = lines.readLine()) {
                if (line.matches("\\d+")) {
                    sessions.add("ses_" + line);
                }
            }
            process.toHandle().destroyForcibly();
            lines.lines().filter(line -> line.matches("\\d+")).forEach(line -> sessions.add("ses_" + line));
        }
        assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
        return sessions;
    }
}

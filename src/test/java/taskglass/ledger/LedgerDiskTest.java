package taskglass.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real disk that is full: a small one of its own, in memory, which only the process under test sees. */
@Tag("slow")
class LedgerDiskTest {
    private static final String ON_A_SMALL_DISK =
            "mount -t tmpfs -o size=900k tmpfs \"$0\" && mkdir \"$0/taskglass\" && exec \"$@\"";

    @TempDir
    private Path disk;

    @TempDir
    private Path elsewhere;

    @Test
    void aFullDiskIsSaidInOneSentenceAndTheProgramGoesOn() throws IOException, InterruptedException {
        assumeTrue(canMount(), "this system lets nobody mount a disk of their own");
        Process process = start();
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            List<String> said = lines.lines()
                    .takeWhile(line -> !line.contains("disk is full"))
                    .toList();
            assertThat(said).allMatch(line -> line.matches("\\d+"));
            assertThat(said).isNotEmpty();
            assertThat(process.isAlive()).isTrue();
        } finally {
            process.toHandle().destroyForcibly();
            process.waitFor(10, TimeUnit.SECONDS);
        }
    }

    private Process start() throws IOException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        return alone(Stream.of(
                        java.toString(),
                        "-Dorg.sqlite.tmpdir=" + elsewhere,
                        "-cp",
                        System.getProperty("java.class.path"),
                        Acknowledging.class.getName(),
                        disk.resolve("taskglass/ledger.db").toString(),
                        "0"))
                .redirectErrorStream(false)
                .start();
    }

    private boolean canMount() throws IOException, InterruptedException {
        Optional<Path> unshare = Stream.of("/usr/bin/unshare", "/bin/unshare")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
        return unshare.isPresent() && alone(Stream.of("true")).start().waitFor() == 0;
    }

    private ProcessBuilder alone(Stream<String> command) {
        return new ProcessBuilder(Stream.concat(
                        Stream.of(
                                "unshare",
                                "--user",
                                "--map-root-user",
                                "--mount",
                                "sh",
                                "-c",
                                ON_A_SMALL_DISK,
                                disk.toString()),
                        command)
                .toList());
    }
}

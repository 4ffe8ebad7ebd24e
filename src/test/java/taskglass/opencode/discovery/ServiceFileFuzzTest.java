package taskglass.opencode.discovery;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import taskglass.lab.Around;
import taskglass.lab.Mutator;

/** A service file may hold anything: any process of this user can write it, and a crash can leave half of it. */
class ServiceFileFuzzTest {
    private static final int INPUTS = 4000;
    private static final long SEED =
            Long.getLong("taskglass.seed", RandomGenerator.getDefault().nextLong(1_000_000_000));
    private static final String FILE =
            "{\"id\":\"x\",\"version\":\"2.0.1\",\"url\":\"http://127.0.0.1:4096\",\"pid\":1,\"password\":\"secret\"}";

    @TempDir
    private Path folder;

    @Test
    void noFileThrows() throws IOException {
        System.out.println(INPUTS + " service files, -Dtaskglass.seed=" + SEED);
        Mutator mutator = new Mutator(new SplittableRandom(SEED));
        Path file = folder.resolve("service.json");
        for (int i = 0; i < INPUTS; i++) {
            String input = mutator.mutate(FILE);
            Files.writeString(file, input.replaceAll("[\\ud800-\\udfff]", "?"));
            assertThatCode(() -> ServiceFile.read(file, Around.service(file).machine()))
                    .as(input)
                    .doesNotThrowAnyException();
        }
    }
}

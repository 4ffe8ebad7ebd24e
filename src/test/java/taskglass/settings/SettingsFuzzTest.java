package taskglass.settings;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import taskglass.lab.Mutator;

/** The settings may hold anything: a person edits them, and an older or a later version has written them. */
class SettingsFuzzTest {
    private static final int INPUTS = 3000;
    private static final long SEED =
            Long.getLong("taskglass.seed", RandomGenerator.getDefault().nextLong(1_000_000_000));
    private static final String FILE = """
        {"servers":[{"name":"one","url":"http://one:1","colour":"red","user":"me","paused":true},{"name":"two","url":"https://two/x"}],
         "window":{"x":1.5,"y":2,"width":900,"height":600,"maximised":false},"theme":"DARK",
         "launch":{"directories":["/a","/b"],"templates":[{"name":"t","prompt":"p"}]}}
        """;
    private static final Logger LOG = Logger.getLogger(SettingsFile.class.getName());

    record Window(double x, double y, double width, double height, boolean maximised) {}

    record Launch(List<String> directories, List<Object> templates) {}

    @TempDir
    private Path folder;

    @BeforeEach
    void beQuiet() {
        LOG.setLevel(Level.SEVERE);
    }

    @AfterEach
    void speak() {
        LOG.setLevel(null);
    }

    @Test
    void noSettingsThrow() throws IOException {
        System.out.println(INPUTS + " settings, -Dtaskglass.seed=" + SEED);
        Mutator mutator = new Mutator(new SplittableRandom(SEED));
        Path file = folder.resolve("settings.json");
        for (int i = 0; i < INPUTS; i++) {
            String input = mutator.mutate(FILE).replaceAll("[\\ud800-\\udfff]", "?");
            Files.writeString(file, input);
            assertThatCode(() -> read(file)).as(input).doesNotThrowAnyException();
        }
    }

    private static void read(Path file) {
        Settings settings = Settings.of(SettingsFile.at(file), Runnable::run);
        ServerList list = new ServerList(settings);
        list.entries().forEach(entry -> list.named(entry.name()));
        list.broken();
        settings.section("window", Window.class, new Window(0, 0, 0, 0, false));
        settings.section("launch", Launch.class, new Launch(List.of(), List.of()));
        settings.section("theme", String.class, "");
    }
}

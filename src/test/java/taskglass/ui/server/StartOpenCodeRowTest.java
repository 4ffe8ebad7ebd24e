package taskglass.ui.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import javafx.scene.Node;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.ApplicationTest;
import taskglass.engine.Engine;
import taskglass.lab.FxThread;
import taskglass.opencode.local.LocalOpenCode;
import taskglass.opencode.local.OpenCodeInstall;

/** The offer to start OpenCode, by the folder that Taskglass was started in. */
class StartOpenCodeRowTest extends ApplicationTest {
    private static final Path HOME = Path.of("/home/ada");

    private final Engine engine = FxThread.ask(() -> new Engine(
            Clock.systemUTC(),
            FxThread.executor(),
            new LocalOpenCode(new OpenCodeInstall(Map.of(), Path.of("/nowhere"), false), Map.of())));

    @AfterEach
    void close() {
        interact(engine::close);
    }

    @Test
    void inAProjectTheMainButtonStartsOpenCodeThere() {
        assertThat(mainButton(HOME.resolve("src/compiler"))).isEqualTo("start");
    }

    @Test
    void inTheHomeFolderTheMainButtonChoosesAnother() {
        assertThat(mainButton(HOME)).isEqualTo("otherFolder");
    }

    @Test
    void atTheTopOfTheFileSystemItDoesTheSame() {
        assertThat(mainButton(Path.of("/"))).isEqualTo("otherFolder");
    }

    /** The one that is green, and gets the focus. */
    private String mainButton(Path folder) {
        return FxThread.ask(() -> {
            StartOpenCodeRow row = new StartOpenCodeRow(engine, folder, HOME);
            assertThat(row.root().lookupAll(".success")).containsExactly(row.first());
            Node first = row.first();
            return first.getId();
        });
    }
}

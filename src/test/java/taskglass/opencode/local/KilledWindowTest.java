package taskglass.opencode.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import taskglass.lab.Await;
import taskglass.lab.StandInOpenCode;

/** A server outlives its window if that is killed: the next one finds it, and what opens it. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the program is a shell script")
class KilledWindowTest {
    private static final String URL = "http://127.0.0.1:1234";

    @TempDir
    private Path folder;

    private StandInOpenCode program;
    private Process window;
    private LocalOpenCode next;

    @BeforeEach
    void start() throws Exception {
        program = StandInOpenCode.in(folder, URL);
        next = local(program);
        String java = ProcessHandle.current().info().command().orElseThrow();
        window = new ProcessBuilder(
                        java, "-cp", System.getProperty("java.class.path"), Window.class.getName(), folder.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("jvm.log").toFile())
                .start();
        Await.until("it has started a server", () -> Files.exists(folder.resolve("started")));
    }

    @AfterEach
    void end() {
        window.destroyForcibly().onExit().join();
        program.kill();
    }

    @Test
    void theServerOfAWindowThatWasKilledIsTheNextOnes() throws Exception {
        window.destroyForcibly().waitFor();
        List<OwnServer> left = next.left();
        assertThat(left).extracting(server -> server.server().url()).containsExactly(URL);
        LocalServer taken = next.takeOver(left.getFirst()).orElseThrow();
        assertThat(taken.credentials()).isEqualTo(left.getFirst().credentials());
        taken.close();
        assertThat(program.runs()).isFalse();
    }

    @Test
    void theServerOfAWindowThatRunsIsNobodyElses() {
        assertThat(next.left()).isEmpty();
    }

    @Test
    void whatWasFoundWhileItLastedIsRefusedOnceAnotherWindowHasIt() throws Exception {
        window.destroyForcibly().waitFor();
        OwnServer left = next.left().getFirst();
        Optional<LocalServer> first = next.takeOver(left);
        assertThat(next.takeOver(left)).isEmpty();
        assertThat(next.left()).isEmpty();
        first.orElseThrow().close();
    }

    @Test
    void whatOpensItIsForThisUserAloneFromTheStart() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("state/taskglass"))) {
            assertThat(files.map(KilledWindowTest::permissions)).isNotEmpty().containsOnly("rw-------");
        }
    }

    @Test
    void nothingIsLeftOfAServerThatHasEndedWithItsWindow() throws Exception {
        window.destroyForcibly().waitFor();
        program.kill();
        Await.until("it has ended", () -> !program.runs());
        assertThat(next.left()).isEmpty();
        assertThat(folder.resolve("state/taskglass")).isEmptyDirectory();
    }

    private static String permissions(Path file) {
        try {
            return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static LocalOpenCode local(StandInOpenCode program) {
        return new LocalOpenCode(new OpenCodeInstall(program.path(), program.folder(), false), program.environment());
    }

    /** A program that starts the server of a folder and then waits for its own end. */
    static final class Window {
        private Window() {}

        public static void main(String[] arguments) throws Exception {
            Path folder = Path.of(arguments[0]);
            local(new StandInOpenCode(folder)).start(folder);
            Files.writeString(folder.resolve("started"), "");
            new CountDownLatch(1).await();
        }
    }
}

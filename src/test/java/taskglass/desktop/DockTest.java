package taskglass.desktop;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import taskglass.lab.Await;
import taskglass.lab.SecretService;

/** What docks hear on a real session bus of its own, as dbus-monitor tells it. */
class DockTest {
    @Nested
    class OnABus {
        private final Queue<String> heard = new ConcurrentLinkedQueue<>();
        private SecretService bus;
        private Process monitor;
        private Dock dock;

        @BeforeEach
        void listen(@TempDir Path folder) throws IOException {
            SecretService.need();
            bus = new SecretService(folder);
            monitor = bus.listen("com.canonical.Unity.LauncherEntry");
            Thread.ofPlatform().daemon().start(this::hear);
            dock = new Dock(Runnable::run, bus.environment());
            Await.until("the monitor listens", () -> heard("NameAcquired"));
        }

        @AfterEach
        void close() {
            if (bus != null) {
                monitor.destroyForcibly().onExit().join();
                bus.close();
            }
        }

        @Test
        void theNumberOfThoseThatWaitIsToldForTheMenuEntry() {
            dock.show(3);
            Await.until("the entry is named", () -> heard("application://taskglass.desktop"));
            Await.until("the number is told", () -> heard("int64 3"));
            Await.until("it is to be seen", () -> heard("boolean true"));
        }

        @Test
        void whenNobodyWaitsThereIsNoNumber() {
            dock.show(3);
            dock.show(0);
            Await.until("it is not to be seen", () -> heard("boolean false"));
        }

        @Test
        void whoStillWaitsIsToldAfterNobodyDid() {
            dock.show(1);
            dock.show(0);
            dock.show(2);
            Await.until("the number is told", () -> heard("int64 2"));
        }

        @Test
        void aBusThatHasGoneDoesNoHarm() {
            dock.show(1);
            bus.close();
            assertThatCode(() -> dock.show(2)).doesNotThrowAnyException();
        }

        private boolean heard(String words) {
            return heard.stream().anyMatch(line -> line.contains(words));
        }

        private void hear() {
            try (BufferedReader lines = monitor.inputReader()) {
                lines.lines().forEach(heard::add);
            } catch (IOException e) {
                // the monitor has ended
            }
        }
    }

    @Test
    void whereThereIsNoBusNothingIsDone(@TempDir Path folder) {
        Dock dock = new Dock(
                work -> {
                    throw new AssertionError("there is nothing to do");
                },
                Map.of("XDG_RUNTIME_DIR", folder.toString()));
        assertThatCode(() -> dock.show(1)).doesNotThrowAnyException();
    }
}

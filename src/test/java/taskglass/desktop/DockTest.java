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
        private final Queue<String> received = new ConcurrentLinkedQueue<>();
        private SecretService bus;
        private Process monitor;
        private Dock dock;

        @BeforeEach
        void listen(@TempDir Path folder) throws IOException {
            SecretService.need();
            bus = new SecretService(folder);
            monitor = bus.listen("com.canonical.Unity.LauncherEntry");
            Thread.ofPlatform().daemon().start(this::listen);
            dock = new Dock(Runnable::run, bus.environment());
            Await.until("the monitor listens", () -> contains("NameAcquired"));
        }

        @AfterEach
        void close() {
            if (bus != null) {
                monitor.destroyForcibly().onExit().join();
                bus.close();
            }
        }

        @Test
        void theNumberOfThoseThatWaitIsReportedForTheMenuEntry() {
            dock.show(3);
            Await.until("the entry is named", () -> contains("application://taskglass.desktop"));
            Await.until("the number is told", () -> contains("int64 3"));
            Await.until("it is to be seen", () -> contains("boolean true"));
        }

        @Test
        void whenNobodyWaitsThereIsNoNumber() {
            dock.show(3);
            dock.show(0);
            Await.until("it is not to be seen", () -> contains("boolean false"));
        }

        @Test
        void whoStillWaitsIsReportedAfterNobodyDid() {
            dock.show(1);
            dock.show(0);
            dock.show(2);
            Await.until("the number is told", () -> contains("int64 2"));
        }

        @Test
        void aBusThatHasGoneDoesNoHarm() {
            dock.show(1);
            bus.close();
            assertThatCode(() -> dock.show(2)).doesNotThrowAnyException();
        }

        private boolean contains(String text) {
            return received.stream().anyMatch(line -> line.contains(text));
        }

        private void listen() {
            try (BufferedReader lines = monitor.inputReader()) {
                lines.lines().forEach(received::add);
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

package taskglass;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import taskglass.desktop.WindowProcess;
import taskglass.settings.SettingsFile;

/** What becomes of Taskglass when it is started several times: real processes. */
class SingleInstanceProcessesTest {
    @TempDir
    private Path home;

    private Path folder;

    @BeforeEach
    void know() {
        folder = SettingsFile.folder(
                Map.of("APPDATA", home.resolve("appdata").toString()), home, System.getProperty("os.name"));
    }

    @Test
    void aSecondStartIsAnsweredByTheFirstAndEnds() throws Exception {
        try (WindowProcess first = first();
                WindowProcess second = new WindowProcess(home)) {
            assertThat(second.exit()).isZero();
            assertThat(first.isAlive()).isTrue();
        }
    }

    @Test
    void openIsAnsweredByTheFirstAndEnds() throws Exception {
        try (WindowProcess first = first();
                WindowProcess open = new WindowProcess(home, "open", "ses_0123abcd")) {
            assertThat(open.exit()).isZero();
            assertThat(first.isAlive()).isTrue();
        }
    }

    @Test
    void openOpensTheWindowWhereThereIsNone() throws Exception {
        try (WindowProcess open = new WindowProcess(home, "open", "ses_0123abcd")) {
            open.awaitAtDoor(folder);
            assertThat(open.isAlive()).isTrue();
        }
    }

    @Test
    void openTakesNothingButAnId() throws Exception {
        try (WindowProcess open = new WindowProcess(home, "open", "../secret")) {
            open.awaitOutput("Expected the id of a task");
            assertThat(open.exit()).isEqualTo(2);
        }
    }

    @Test
    void aWindowThatWasKilledLeavesNothingInTheWayOfTheNext() throws Exception {
        try (WindowProcess killed = first()) {
            killed.kill();
        }
        try (WindowProcess next = first();
                WindowProcess second = new WindowProcess(home)) {
            assertThat(second.exit()).isZero();
            assertThat(next.isAlive()).isTrue();
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aWindowThatIsStoppedDoesNotHoldUpTheNextWhichTakesItsPlace() throws Exception {
        try (WindowProcess first = first()) {
            first.stop();
            try (WindowProcess own = new WindowProcess(home)) {
                own.awaitOutput("The other window does not answer");
                first.kill();
                own.awaitAtDoor(folder);
                assertThat(own.isAlive()).isTrue();
            }
        }
    }

    @Test
    void aWindowOfItsOwnTakesThePlaceOfTheFirstWhenThatHasGone() throws Exception {
        try (WindowProcess first = first();
                WindowProcess own = new WindowProcess(home, "--new-window")) {
            first.kill();
            own.awaitAtDoor(folder);
            try (WindowProcess third = new WindowProcess(home)) {
                assertThat(third.exit()).isZero();
                assertThat(own.isAlive()).isTrue();
            }
        }
    }

    @Test
    void aWindowOfItsOwnThatGoesLeavesTheFirstInItsPlace() throws Exception {
        try (WindowProcess first = first();
                WindowProcess own = new WindowProcess(home, "--new-window")) {
            own.kill();
            first.awaitAtDoor(folder);
            assertThat(first.isAlive()).isTrue();
        }
    }

    @Test
    void aWindowThatHasLeftTheDemoIsTheOneThatASecondStartShows() throws Exception {
        try (WindowProcess demo = WindowProcess.leavingDemo(home)) {
            demo.awaitAtDoor(folder);
            try (WindowProcess second = new WindowProcess(home)) {
                assertThat(second.exit()).isZero();
                assertThat(demo.isAlive()).isTrue();
            }
        }
    }

    @Test
    void whereAnotherWindowIsOpenTheOneThatLeavesTheDemoTakesItsPlaceWhenThatHasGone() throws Exception {
        try (WindowProcess first = first();
                WindowProcess demo = WindowProcess.leavingDemo(home)) {
            demo.awaitOutput("The demo is left");
            first.awaitAtDoor(folder);
            first.kill();
            demo.awaitAtDoor(folder);
            assertThat(demo.isAlive()).isTrue();
        }
    }

    private WindowProcess first() throws IOException {
        WindowProcess first = new WindowProcess(home);
        try {
            first.awaitAtDoor(folder);
        } catch (AssertionError e) {
            first.close();
            throw e;
        }
        return first;
    }
}

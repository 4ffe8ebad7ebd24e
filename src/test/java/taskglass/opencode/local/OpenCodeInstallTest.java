package taskglass.opencode.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the OpenCode program is found. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the folders of the other systems cannot be set up there")
class OpenCodeInstallTest {
    @TempDir
    private Path home;

    @Test
    void theFirstOnThePathIsTaken() throws IOException {
        Path first = program("a/opencode");
        program("b/opencode");
        assertThat(find(Map.of("PATH", home + "/none:" + home + "/a:" + home + "/b")))
                .isEqualTo(first);
    }

    @Test
    void thePathGoesBeforeTheUsualPlaces() throws IOException {
        program(".opencode/bin/opencode");
        Path onPath = program("a/opencode");
        assertThat(find(Map.of("PATH", home + "/a"))).isEqualTo(onPath);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {".opencode/bin", ".local/bin", ".bun/bin", ".npm-global/bin", ".nvm/versions/node/v22.1.0/bin"})
    void aUsualPlaceIsLookedAtWhenThePathHasNone(String place) throws IOException {
        Path installed = program(place + "/opencode");
        assertThat(find(Map.of("PATH", home + "/none"))).isEqualTo(installed);
    }

    @Test
    void theProgramOf2IsTakenWhereThereIsNoOther() throws IOException {
        Path second = program("a/opencode2");
        assertThat(find(Map.of("PATH", home + "/a"))).isEqualTo(second);
        Path first = program("a/opencode");
        assertThat(find(Map.of("PATH", home + "/a"))).isEqualTo(first);
    }

    @Test
    void aPlaceNamedByAVariableIsLookedAt() throws IOException {
        Path installed = program("elsewhere/bin/opencode");
        assertThat(find(Map.of("BUN_INSTALL", home + "/elsewhere"))).isEqualTo(installed);
    }

    @Test
    void aFileThatCannotBeExecutedIsPassedOver() throws IOException {
        Files.createDirectories(home.resolve("a"));
        Files.createFile(home.resolve("a/opencode"));
        Path next = program("b/opencode");
        assertThat(find(Map.of("PATH", home + "/a:" + home + "/b"))).isEqualTo(next);
    }

    @Test
    void aFolderOfThatNameIsPassedOver() throws IOException {
        Files.createDirectories(home.resolve("a/opencode"));
        Path next = program("b/opencode");
        assertThat(find(Map.of("PATH", home + "/a:" + home + "/b"))).isEqualTo(next);
    }

    @Test
    void aRelativeEntryOfThePathIsPassedOver() throws IOException {
        Path installed = program(".local/bin/opencode");
        assertThat(find(Map.of("PATH", ".::bin"))).isEqualTo(installed);
    }

    @Test
    void onWindowsThePathIsReadInAnyCaseAndTheProgramHasAnExtension() throws IOException {
        program("npm/opencode");
        Path command = program("npm/opencode.cmd");
        assertThat(findOnWindows(Map.of("Path", home + "/none;" + home + "/npm", "PATHEXT", ".JS;.EXE;.CMD")))
                .isEqualTo(command);
    }

    @Test
    void onWindowsNpmsOwnFolderIsAUsualPlace() throws IOException {
        Path command = program("Roaming/npm/opencode.cmd");
        assertThat(findOnWindows(Map.of("AppData", home + "/Roaming"))).isEqualTo(command);
    }

    private Path find(Map<String, String> environment) {
        return new OpenCodeInstall(environment, home, false).find().orElseThrow();
    }

    private Path findOnWindows(Map<String, String> environment) {
        return new OpenCodeInstall(environment, home, true).find().orElseThrow();
    }

    private Path program(String path) throws IOException {
        Path file = home.resolve(path);
        Files.createDirectories(file.getParent());
        Files.createFile(file);
        assertThat(file.toFile().setExecutable(true)).isTrue();
        return file;
    }
}

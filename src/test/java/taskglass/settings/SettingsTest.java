package taskglass.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {
    record Place(int width, List<String> columns) {}

    private static final Place DEFAULT = new Place(100, List.of());
    private static final Place CHOSEN = new Place(640, List.of("status", "task"));

    @TempDir
    private Path folder;

    @Test
    void whatWasNeverChosenIsTheDefault() {
        assertThat(settings().section("place", Place.class, DEFAULT)).isEqualTo(DEFAULT);
    }

    @Test
    void whatWasChosenIsThereAfterARestart() {
        settings().put("place", CHOSEN);
        assertThat(settings().section("place", Place.class, DEFAULT)).isEqualTo(CHOSEN);
    }

    @Test
    void aSectionThatNoPartKnowsStaysInTheFile() throws IOException {
        write("{\"later\":{\"a\":1}}");
        settings().put("place", CHOSEN);
        assertThat(Files.readString(file())).contains("\"later\"");
    }

    @Test
    void aSectionOfAnotherShapeCountsAsNotChosen() throws IOException {
        write("{\"place\":[1,2]}");
        assertThat(settings().section("place", Place.class, DEFAULT)).isEqualTo(DEFAULT);
    }

    @Test
    void fieldsOfALaterVersionAreIgnored() throws IOException {
        write("{\"place\":{\"width\":640,\"columns\":[\"status\",\"task\"],\"height\":5}}");
        assertThat(settings().section("place", Place.class, DEFAULT)).isEqualTo(CHOSEN);
    }

    @Test
    void aFileThatIsNotJsonIsPutAsideWithAllThatIsInIt() throws IOException {
        write("{\"place\":");
        assertThat(settings().section("place", Place.class, DEFAULT)).isEqualTo(DEFAULT);
        assertThat(Files.readString(folder.resolve("deep/settings.json.unreadable")))
                .isEqualTo("{\"place\":");
    }

    @Test
    void aFolderThatCannotBeWrittenLosesNothingOfThisSession() throws IOException {
        Files.writeString(folder.resolve("deep"), "a file where a folder should be");
        Settings settings = settings();
        settings.put("place", CHOSEN);
        assertThat(settings.section("place", Place.class, DEFAULT)).isEqualTo(CHOSEN);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void fileAndFolderAreOfThisUserAlone() throws IOException {
        settings().put("place", CHOSEN);
        assertThat(mode(file())).isEqualTo("rw-------");
        assertThat(mode(file().getParent())).isEqualTo("rwx------");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aFolderAndAFileOfBeforeAreOfThisUserAloneOnceTheyAreWritten() throws IOException {
        write("{}");
        Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw-r--r--"));
        Files.setPosixFilePermissions(file().getParent(), PosixFilePermissions.fromString("rwxr-xr-x"));
        settings().put("place", CHOSEN);
        assertThat(mode(file())).isEqualTo("rw-------");
        assertThat(mode(file().getParent())).isEqualTo("rwx------");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void theFolderThatALinkLeadsToKeepsItsMode() throws IOException {
        Path dotfiles = Files.createDirectories(folder.resolve("dotfiles"));
        Files.setPosixFilePermissions(dotfiles, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.createDirectories(file().getParent());
        Files.createSymbolicLink(file(), dotfiles.resolve("mine.json"));
        settings().put("place", CHOSEN);
        assertThat(mode(dotfiles)).isEqualTo("rwxr-xr-x");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void whatIsPutAsideIsOfThisUserAlone() throws IOException {
        write("{\"place\":");
        settings();
        assertThat(mode(folder.resolve("deep/settings.json.unreadable"))).isEqualTo("rw-------");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aLinkStaysOneAndWhatItLeadsToIsWritten() throws IOException {
        Path target = folder.resolve("dotfiles/mine.json");
        Files.createDirectories(file().getParent());
        Files.createSymbolicLink(file(), Path.of("../dotfiles/mine.json"));
        settings().put("place", CHOSEN);
        assertThat(file()).isSymbolicLink();
        assertThat(Files.readString(target)).contains("640");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aLinkToWhatIsNotJsonStaysOne() throws IOException {
        write("{");
        Path target = Files.move(file(), folder.resolve("mine.json"));
        Files.createSymbolicLink(file(), target);
        settings().put("place", CHOSEN);
        assertThat(file()).isSymbolicLink();
        assertThat(Files.readString(target)).contains("640");
    }

    @Test
    void whatCannotBeReadAtTheMomentStaysWhereItIs() throws IOException {
        Files.createDirectories(file());
        settings().put("place", CHOSEN);
        assertThat(file()).isDirectory();
        assertThat(folder.resolve("deep/settings.json.unreadable")).doesNotExist();
    }

    private static String mode(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    private void write(String content) throws IOException {
        Files.createDirectories(file().getParent());
        Files.writeString(file(), content);
    }

    private Path file() {
        return folder.resolve("deep/settings.json");
    }

    private Settings settings() {
        return Settings.of(SettingsFile.at(file()), Runnable::run);
    }
}

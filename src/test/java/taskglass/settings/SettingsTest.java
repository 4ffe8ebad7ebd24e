package taskglass.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
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

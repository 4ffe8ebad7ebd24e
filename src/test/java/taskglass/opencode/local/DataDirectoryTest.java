package taskglass.opencode.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whether two processes keep their sessions at the same place. */
class DataDirectoryTest {
    @TempDir
    private Path folder;

    @Test
    void aHomeAndItsDataFolderAreTheSamePlace() throws IOException {
        Path data = Files.createDirectories(folder.resolve(".local/share/opencode"));
        assertThat(of(Map.of("HOME", folder.toString())))
                .isPresent()
                .isEqualTo(of(Map.of("XDG_DATA_HOME", data.getParent().toString())));
    }

    @Test
    void aLinkLeadsToTheSamePlace() throws IOException {
        Files.createDirectories(folder.resolve("data/opencode"));
        Path link = Files.createSymbolicLink(folder.resolve("link"), folder.resolve("data"));
        assertThat(of(Map.of("XDG_DATA_HOME", link.toString())))
                .isEqualTo(of(Map.of("XDG_DATA_HOME", folder.resolve("data").toString())));
    }

    @Test
    void twoHomesAreTwoPlaces() {
        assertThat(of(Map.of("HOME", folder.resolve("one").toString())))
                .isNotEqualTo(of(Map.of("HOME", folder.resolve("other").toString())));
    }

    @Test
    void anotherFileInTheSameFolderIsAnotherPlace() {
        Map<String, String> usual = Map.of("HOME", folder.toString());
        assertThat(of(Map.of("HOME", folder.toString(), "OPENCODE_DB", "other.db")))
                .isNotEqualTo(of(usual));
    }

    @Test
    void whatIsKeptInMemoryIsNobodyElses() {
        Map<String, String> memory = Map.of("HOME", folder.toString(), "OPENCODE_DB", ":memory:");
        assertThat(DataDirectory.of(memory, path -> path, 1)).isNotEqualTo(DataDirectory.of(memory, path -> path, 2));
    }

    @Test
    void anEnvironmentThatMustNotBeReadTellsNothing() {
        assertThat(of(Map.of())).isEmpty();
    }

    private static Optional<DataDirectory.Place> of(Map<String, String> environment) {
        return DataDirectory.of(environment, path -> path, 1);
    }
}

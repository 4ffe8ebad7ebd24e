package taskglass.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import taskglass.task.ServerId;

/** The servers that a person added, in a file that a person may have edited. */
class ServerListTest {
    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void write() throws IOException {
        file = folder.resolve("settings.json");
        Files.writeString(file, """
            {"servers": [{"name": "good", "url": "http://one:1", "mine": 7}, {"name": "odd", "url": "ftp://two"}]}
            """);
    }

    @Test
    void aBrokenEntryIsNamedAndTheOthersAreRead() {
        assertThat(list().entries()).extracting(ServerEntry::name).containsExactly("good");
        assertThat(list().broken()).extracting(BrokenEntry::name).containsExactly("odd");
    }

    @Test
    void aBrokenEntryAndUnknownFieldsOutlastASaveOfOthers() throws IOException {
        list().put(entry("http://three:3", "third"));
        assertThat(Files.readString(file)).contains("ftp://two", "mine", "http://three:3");
    }

    @Test
    void twoWindowsThatAddServersLoseNone() {
        ServerList one = list();
        ServerList other = list();
        one.put(entry("http://three:3", "third"));
        other.put(entry("http://four:4", "fourth"));
        assertThat(list().entries()).extracting(ServerEntry::name).containsExactly("good", "third", "fourth");
    }

    @Test
    void anAddressMayStandThereInAnyForm() throws IOException {
        Files.writeString(file, """
            {"servers": [{"name": "short", "url": "127.0.0.1:4096"}, {"name": "loud", "url": "HTTPS://HOST/Team/"}]}
            """);
        assertThat(list().entries())
                .extracting(entry -> entry.server().url())
                .containsExactly("http://127.0.0.1:4096", "https://host/Team");
        list().remove(new ServerId("http://127.0.0.1:4096"));
        assertThat(list().entries()).extracting(ServerEntry::name).containsExactly("loud");
    }

    @Test
    void aPasswordInAnAddressIsRefusedAndNotRepeated() throws IOException {
        Files.writeString(file, """
            {"servers": [{"url": "http://me:hunter2@host"}]}
            """);
        assertThat(list().broken()).extracting(BrokenEntry::fault).containsExactly(BrokenEntry.Fault.PASSWORD);
        assertThat(list().broken().toString()).doesNotContain("hunter2");
    }

    private ServerList list() {
        return new ServerList(Settings.of(SettingsFile.at(file), Runnable::run));
    }

    private static ServerEntry entry(String url, String name) {
        return new ServerEntry(new ServerId(url), name, ServerMark.GREY, ServerEntry.DEFAULT_USER, Set.of());
    }
}

package taskglass.opencode.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import taskglass.lab.Around;
import taskglass.lab.Loopback;
import taskglass.task.ServerOrigin;

/** The files that a background service of OpenCode 2 writes of itself: which are read, and which are believed. */
class ServiceFileTest extends PlayedService {
    @Test
    void theServiceOfAnotherChannelIsFoundBesideIt() throws IOException {
        Path file = written(HERE);
        Path local = Files.move(file, folder.resolve("service-local.json"));
        assertThat(found(file))
                .hasValueSatisfying(foundServer ->
                        assertThat(foundServer.origin()).isEqualTo(new ServerOrigin.ServiceFile(local.toString())));
    }

    @Test
    void aFileWhoseProcessIsDeadIsNotEvenAsked() throws Exception {
        Process dead = new ProcessBuilder("true").start();
        dead.waitFor();
        assertThat(found(written(dead.pid()))).isEmpty();
        assertThat(service.asked()).isEmpty();
    }

    @Test
    void aFileWhoseProcessIsAnotherOneByNowIsNotAskedEither() throws Exception {
        Process another = new ProcessBuilder("sleep", "60").start();
        try {
            assertThat(found(written(another.pid()))).isEmpty();
            assertThat(service.asked()).isEmpty();
        } finally {
            another.destroy();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "half-written | {\"url\":\"http://127.0.0.1:1\",\"pi",
                "empty | ''",
                "another kind of JSON | [1]",
                "without a process | {\"url\":\"http://127.0.0.1:1\"}",
                "without a URL | {\"pid\":1}",
                "a URL that is none | {\"pid\":1,\"url\":\"http://[\"}",
                "not HTTP | {\"pid\":1,\"url\":\"file:///etc/passwd\"}"
            })
    void aBrokenFileIsSurvived(String kind, String text) throws IOException {
        Path file = folder.resolve("service.json");
        Files.writeString(file, text);
        assertThat(found(file)).as(kind).isEmpty();
    }

    @Test
    void aHugeFileIsLeftAlone() throws IOException {
        Path file = written(HERE);
        Files.writeString(file, Files.readString(file) + " ".repeat(100_000));
        assertThat(found(file)).isEmpty();
    }

    @Test
    void aFolderInItsPlaceIsSurvived() {
        assertThat(found(folder)).isEmpty();
    }

    @Test
    void thePasswordOfAFileThatOthersMayReadIsNotUsed() throws IOException {
        Path file = written(HERE);
        open(file, "rw-r--r--");
        found(file);
        assertThat(service.asked()).isNotEmpty();
        assertThat(service.credentials()).isEmpty();
    }

    @Test
    void throughALinkItIsTheFileItselfThatCounts() throws IOException {
        Path file = written(HERE);
        open(file, "rw-rw----");
        found(Files.createSymbolicLink(folder.resolve("link.json"), file));
        assertThat(service.credentials()).isEmpty();
    }

    @Test
    void aPasswordGoesToNoOtherMachine() throws IOException {
        Path file = folder.resolve("service.json");
        write(file, "http://192.0.2.1:" + service.port(), HERE);
        assertThat(found(file)).isEmpty();
        assertThat(service.asked()).isEmpty();
    }

    @Test
    void itIsLookedForInTheFolderForState() {
        assertThat(SearchScope.services(Map.of("XDG_STATE_HOME", "/state"), Path.of("/home/me")))
                .containsExactly(Path.of("/state/opencode/service.json"));
        assertThat(SearchScope.services(Map.of(), Path.of("/home/me")))
                .containsExactly(Path.of("/home/me/.local/state/opencode/service.json"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"service.json", "service-local.json", "service-nightly.2.json"})
    void theServiceOfAnyChannelIsFound(String name) throws IOException {
        write(folder.resolve(name), "http://127.0.0.1:" + service.port(), HERE);
        assertThat(found(folder.resolve("service.json"))).isPresent();
    }

    @ParameterizedTest
    @ValueSource(ints = {4096, 49374, 49375})
    void thePortsOfBothVersionsAreLookedAt(int port) {
        SearchScope here = SearchScope.ofThisMachine(Map.of(), Path.of("/home/me"), Optional.empty());
        assertThat(here.isDefault(port)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"services.json", "service-.json.bak", "service.json.tmp", "auth.json"})
    void noOtherFileOfThatFolderIsRead(String name) throws IOException {
        write(folder.resolve(name), "http://127.0.0.1:" + service.port(), HERE);
        assertThat(found(folder.resolve("service.json"))).isEmpty();
    }

    @Test
    void theServicesOfTwoChannelsAreTwoServers() throws IOException {
        try (Loopback other = new Loopback()) {
            other.answer("/api/info", info(HERE));
            write(folder.resolve("service.json"), "http://127.0.0.1:" + service.port(), HERE);
            write(folder.resolve("service-local.json"), "http://127.0.0.1:" + other.port(), HERE);
            assertThat(new ServerSearch(Around.service(folder.resolve("service.json")))
                            .runOnce(news -> {})
                            .servers())
                    .hasSize(2);
        }
    }
}

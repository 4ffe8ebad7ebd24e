package taskglass.opencode.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import taskglass.lab.Around;
import taskglass.lab.Loopback;
import taskglass.lab.NeedsOpenCode;
import taskglass.lab.RealOpenCode;
import taskglass.opencode.Credentials;
import taskglass.task.Origin;

/** The background service of OpenCode 2, which this process plays: what it has written of itself, and what answers. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "who may read a file is set as on POSIX")
class ServiceFileTest {
    private static final long HERE = ProcessHandle.current().pid();
    private static final String SECRET = "canary-7731";

    @TempDir
    private Path folder;

    private Loopback service;

    @BeforeEach
    void start() throws IOException {
        service = new Loopback();
        service.answer("/api/info", info(HERE));
    }

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void aServiceThatAnswersWithItsProcessIsBelieved() throws IOException {
        Path file = written(HERE);
        assertThat(found(file))
                .hasValueSatisfying(
                        found -> assertThat(found.origin()).isEqualTo(new Origin.ServiceFile(file.toString())));
    }

    @Test
    void theServiceOfAnotherChannelIsFoundBesideIt() throws IOException {
        Path file = written(HERE);
        Path local = Files.move(file, folder.resolve("service-local.json"));
        assertThat(found(file))
                .hasValueSatisfying(
                        found -> assertThat(found.origin()).isEqualTo(new Origin.ServiceFile(local.toString())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/status", "/api/health"})
    void anOlderServiceIsBelievedIfItNamesItsProcess(String place) throws IOException {
        service.answer("/api/info", 404, "text/plain", "");
        service.answer(place, info(HERE + 1));
        assertThat(found(written(HERE))).isEmpty();
        service.answer(place, info(HERE));
        assertThat(found(written(HERE))).isPresent();
    }

    @Test
    void itsPasswordIsSentAndHandedOn() throws IOException {
        assertThat(found(written(HERE)).flatMap(Found::credentials)).contains(new Credentials("opencode", SECRET));
        assertThat(service.credentials()).containsExactly(okhttp3.Credentials.basic("opencode", SECRET));
    }

    @Test
    void whatAnswersWithAnotherProcessIsNotBelieved() throws IOException {
        service.answer("/api/info", info(HERE + 1));
        assertThat(found(written(HERE))).isEmpty();
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
    @ValueSource(strings = {"/api/status", "/api/health"})
    void theOlderFormsAreUnderstood(String path) throws IOException {
        service.answer("/api/info", 404, "application/json", "{}");
        service.answer(path, "{\"healthy\":true}");
        assertThat(found(written(HERE))).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/info", "/api/status", "/api/health"})
    void inEachFormTheProcessMustBeTheOneOfTheFile(String path) throws IOException {
        service.answer("/api/info", 404, "application/json", "{}");
        service.answer(path, info(HERE + 1));
        assertThat(found(written(HERE))).isEmpty();
    }

    @Test
    void aServiceThatDoesNotKnowItsProcessIsBelievedForThePortThatItHolds() throws IOException {
        service.answer("/api/info", info(0));
        assertThat(found(written(HERE))).isPresent();
    }

    @Test
    void aPageIsNoService() throws IOException {
        service.answer("/api/info", 200, "text/html", "<html>");
        assertThat(found(written(HERE))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 503})
    void aServiceThatHasFailedOrIsStartingIsFoundOnceItAnswers(int status) throws IOException {
        service.answer("/api/info", status, "application/json", "{}");
        Search search = new Search(Around.service(written(HERE)));
        assertThat(search.look(news -> {}).servers()).isEmpty();
        service.answer("/api/info", info(HERE));
        assertThat(search.look(news -> {}).servers()).hasSize(1);
    }

    @Test
    void aServiceThatRefusesItsOwnPasswordIsFoundLocked() throws IOException {
        service.answer("/api/info", 401, "application/json", "{}");
        assertThat(found(written(HERE)))
                .hasValueSatisfying(found -> assertThat(found.credentials()).isEmpty());
    }

    @Test
    void aBelievedServiceIsNotAskedAgain() throws IOException {
        Search search = new Search(Around.service(written(HERE)));
        search.look(news -> {});
        search.look(news -> {});
        assertThat(service.asked()).hasSize(1);
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
        assertThat(Surroundings.services(Map.of("XDG_STATE_HOME", "/state"), Path.of("/home/me")))
                .containsExactly(Path.of("/state/opencode/service.json"));
        assertThat(Surroundings.services(Map.of(), Path.of("/home/me")))
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
        Surroundings here = Surroundings.ofThisMachine(Map.of(), Path.of("/home/me"), Optional.empty());
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
            assertThat(new Search(Around.service(folder.resolve("service.json")))
                            .look(news -> {})
                            .servers())
                    .hasSize(2);
        }
    }

    /** 1.18 writes no such file, yet answers as an early 2: the whole way over a real program. */
    @Test
    @NeedsOpenCode
    void aRealServerIsFoundByTheFileOfItsHome() throws IOException {
        RealOpenCode server = RealOpenCode.shared();
        Path file =
                Surroundings.services(server.environment(), Path.of("/nowhere")).getFirst();
        long pid = ProcessHandle.allProcesses()
                .map(ProcessHandle::pid)
                .filter(server::runs)
                .findFirst()
                .orElseThrow();
        Files.createDirectories(file.getParent());
        write(file, server.baseUrl(), pid);
        assertThat(found(file))
                .hasValueSatisfying(found -> assertThat(found.server().url()).isEqualTo(server.baseUrl()));
        Files.delete(file);
    }

    private Path written(long pid) throws IOException {
        Path file = folder.resolve("service.json");
        write(file, "http://127.0.0.1:" + service.port(), pid);
        return file;
    }

    private static void write(Path file, String url, long pid) throws IOException {
        Files.writeString(
                file,
                "{\"version\":\"2.0.1\",\"url\":\"%s\",\"pid\":%d,\"password\":\"%s\"}".formatted(url, pid, SECRET));
        open(file, "rw-------");
    }

    private static void open(Path file, String permissions) throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    }

    private static String info(long pid) {
        return "{\"version\":\"2.0.1\",\"pid\":%d}".formatted(pid);
    }

    private static Optional<Found> found(Path file) {
        List<Found> all = new Search(Around.service(file)).look(news -> {}).servers();
        return all.stream().findFirst();
    }
}

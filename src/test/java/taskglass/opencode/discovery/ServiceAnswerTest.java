package taskglass.opencode.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import taskglass.lab.Around;
import taskglass.lab.NeedsOpenCode;
import taskglass.lab.RealOpenCode;
import taskglass.opencode.http.Credentials;
import taskglass.task.ServerOrigin;

/** What answers where a background service of OpenCode 2 has written that it does. */
class ServiceAnswerTest extends PlayedService {
    @Test
    void aServiceThatAnswersWithItsProcessIsBelieved() throws IOException {
        Path file = written(HERE);
        assertThat(found(file))
                .hasValueSatisfying(foundServer ->
                        assertThat(foundServer.origin()).isEqualTo(new ServerOrigin.ServiceFile(file.toString())));
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
        assertThat(found(written(HERE)).flatMap(FoundServer::credentials))
                .contains(new Credentials("opencode", SECRET));
        assertThat(service.credentials()).containsExactly(okhttp3.Credentials.basic("opencode", SECRET));
    }

    @Test
    void whatAnswersWithAnotherProcessIsNotBelieved() throws IOException {
        service.answer("/api/info", info(HERE + 1));
        assertThat(found(written(HERE))).isEmpty();
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
        ServerSearch serverSearch = new ServerSearch(Around.service(written(HERE)));
        assertThat(serverSearch.runOnce(news -> {}).servers()).isEmpty();
        service.answer("/api/info", info(HERE));
        assertThat(serverSearch.runOnce(news -> {}).servers()).hasSize(1);
    }

    @Test
    void aServiceThatRefusesItsOwnPasswordIsFoundLocked() throws IOException {
        service.answer("/api/info", 401, "application/json", "{}");
        assertThat(found(written(HERE)))
                .hasValueSatisfying(
                        foundServer -> assertThat(foundServer.credentials()).isEmpty());
    }

    @Test
    void aBelievedServiceIsNotAskedAgain() throws IOException {
        ServerSearch serverSearch = new ServerSearch(Around.service(written(HERE)));
        serverSearch.runOnce(news -> {});
        serverSearch.runOnce(news -> {});
        assertThat(service.asked()).hasSize(1);
    }

    /** 1.18 writes no such file, yet answers as an early 2: the whole way over a real program. */
    @Test
    @NeedsOpenCode
    void aRealServerIsFoundByTheFileOfItsHome() throws IOException {
        RealOpenCode server = RealOpenCode.shared();
        Path file =
                SearchScope.services(server.environment(), Path.of("/nowhere")).getFirst();
        long pid = ProcessHandle.allProcesses()
                .map(ProcessHandle::pid)
                .filter(server::runs)
                .findFirst()
                .orElseThrow();
        Files.createDirectories(file.getParent());
        write(file, server.baseUrl(), pid);
        assertThat(found(file))
                .hasValueSatisfying(
                        foundServer -> assertThat(foundServer.server().url()).isEqualTo(server.baseUrl()));
        Files.delete(file);
    }
}

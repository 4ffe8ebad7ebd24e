package taskglass.opencode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import taskglass.lab.CannedServer;
import taskglass.lab.Loopback;
import taskglass.opencode.http.Endpoint;
import taskglass.opencode.http.Http;
import taskglass.opencode.http.ServerTrouble;
import taskglass.task.Assignment;
import taskglass.task.ServerId;
import taskglass.task.TaskKey;
import taskglass.task.TaskStatus;
import taskglass.task.Trouble;
import taskglass.task.request.Attention;
import taskglass.task.run.SessionInfo;
import taskglass.task.status.Listing;
import taskglass.task.status.Listing.DirectoryActivity;
import taskglass.task.status.Listing.DirectoryList;
import taskglass.task.status.ListingRequest.Read;
import taskglass.text.AttentionText;
import taskglass.text.Texts;

/** Traps 9, 12 to 15, 21 and 29: what requests ask and answer, on a loopback server, and what is said of it. */
class RequestTrapsTest {
    private Loopback web;
    private Connection connection;
    private OpenCodeClient client;

    @BeforeEach
    void start() throws IOException {
        web = new Loopback();
        connection = connection(web.baseUrl());
        client = connection.client();
    }

    @AfterEach
    void stop() {
        connection.close();
        web.close();
    }

    @Test
    void trap09EachCallAboutASessionNamesItsOwnDirectory() throws ServerTrouble {
        web.answer("/session/status", "{}");
        for (String path : List.of("/message", "/prompt_async", "/abort")) {
            web.answer("/session/ses_1" + path, "[]");
        }
        client.activities("/home/dev/one");
        client.read(new Read(session(), "", false));
        client.prompt(session(), Assignment.UNKNOWN, "go on");
        client.abort(session());
        assertThat(web.asked()).hasSize(4).allMatch(url -> "/home/dev/one".equals(url.queryParameter("directory")));
    }

    @Test
    void trap12AListingOfMoreThanAPageIsPagedToItsEnd() throws IOException {
        try (CannedServer many = new CannedServer(601);
                Connection to = connection(many.baseUrl())) {
            assertThat(to.client().sessions(Optional.empty(), page -> {}).found())
                    .hasSize(601)
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void trap12SessionsOfOneMillisecondAreNotLostBetweenTwoPages() throws IOException {
        try (CannedServer many = new CannedServer(601, 10);
                Connection to = connection(many.baseUrl())) {
            assertThat(to.client().sessions(Optional.empty(), page -> {}).found())
                    .hasSize(601)
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void trap12APollAsksForWhatWasUpdatedSince() throws ServerTrouble {
        web.answer("/experimental/session", "[]");
        client.sessions(Optional.of(Instant.ofEpochMilli(42)), page -> {});
        assertThat(web.asked().getFirst().queryParameter("start")).isEqualTo("42");
    }

    @Test
    void trap13NoTranscriptIsEverAskedForAsAWhole() throws ServerTrouble {
        web.answer("/session/ses_1/message", "[" + assistant("msg_200") + "]");
        Listing.Reading reading = client.read(new Read(session(), "msg_199", true));
        assertThat(reading.facts()).hasSize(1);
        assertThat(web.asked()).extracting(url -> url.queryParameter("limit")).containsExactly("1");
    }

    @Test
    void trap14AnHtmlPageWithStatus200IsNoAnswer() {
        for (String path : List.of("/global/health", "/experimental/session", "/session/status", "/global/event")) {
            web.answer(path, 200, "text/html; charset=utf-8", "<!doctype html><title>OpenCode</title>");
        }
        assertThat(trouble(() -> client.identify())).isEqualTo(new Trouble.NotOpenCode("an HTML page"));
        assertThat(trouble(() -> client.sessions(Optional.empty(), page -> {})))
                .isEqualTo(new Trouble.NotOpenCode("an HTML page"));
        assertThat(trouble(() -> client.activities("/p"))).isEqualTo(new Trouble.NotOpenCode("an HTML page"));
    }

    @Test
    void trap15APermissionListThatFailsIsNoListAndNoOutage() throws ServerTrouble {
        web.answer("/session/status", "{\"ses_1\":{\"type\":\"busy\"}}");
        web.answer("/question", "[{\"id\":\"que_1\",\"sessionID\":\"ses_2\",\"questions\":[]}]");
        web.answer(
                "/permission",
                400,
                "application/json",
                Recording.of("1.18.33/permission-list-broken")
                        .answer("GET /permission", 0)
                        .toString());
        DirectoryActivity doings = client.doingsAndAsks("/home/dev/one");
        assertThat(doings.active()).containsKey("ses_1");
        assertThat(doings.refused()).containsExactly(DirectoryList.PERMISSIONS);
        assertThat(doings.asks().orElseThrow()).containsOnlyKeys("ses_2");
    }

    @Test
    void trap33AStatusListThatIsRefusedHidesNoQuestion() throws ServerTrouble {
        web.answer("/session/status", 500, "application/json", "{}");
        web.answer("/permission", "[]");
        web.answer("/question", "[{\"id\":\"que_1\",\"sessionID\":\"ses_2\",\"questions\":[]}]");
        DirectoryActivity doings = client.doingsAndAsks("/home/dev/one");
        assertThat(doings.refused()).containsExactly(DirectoryList.STATUS);
        assertThat(doings.asks().orElseThrow()).containsOnlyKeys("ses_2");
    }

    @Test
    void trap33AQuestionListThatIsRefusedHidesNoPermissionRequest() throws ServerTrouble {
        web.answer("/session/status", "{}");
        web.answer("/permission", "[{\"id\":\"per_1\",\"sessionID\":\"ses_2\",\"permission\":\"bash\"}]");
        web.answer("/question", 400, "application/json", "{}");
        DirectoryActivity doings = client.doingsAndAsks("/home/dev/one");
        assertThat(doings.refused()).containsExactly(DirectoryList.QUESTIONS);
        assertThat(doings.asks().orElseThrow()).containsOnlyKeys("ses_2");
    }

    @Test
    void trap33WhereBothListsAreRefusedWhoIsAtWorkIsStillReported() throws ServerTrouble {
        web.answer("/session/status", "{\"ses_1\":{\"type\":\"busy\"}}");
        web.answer("/permission", 400, "application/json", "{}");
        web.answer("/question", 502, "text/html", "<!doctype html>");
        DirectoryActivity doings = client.doingsAndAsks("/home/dev/one");
        assertThat(doings.active()).containsKey("ses_1");
        assertThat(doings.refused()).containsExactlyInAnyOrder(DirectoryList.PERMISSIONS, DirectoryList.QUESTIONS);
    }

    @Test
    void trap15WhatEventsReportedOfAPermissionStaysWhileTheListFails() {
        Replay replay = new Replay("1.18.33/permission-list-broken").playUntil(TaskStatus.NEEDS_YOU);
        String session = replay.recording.session().session();
        replay.landStatus(Http.JSON
                .createObjectNode()
                .set(session, Http.JSON.createObjectNode().put("type", "busy")));
        assertThat(replay.task().status()).isEqualTo(TaskStatus.NEEDS_YOU);
    }

    @Test
    void trap21ThatATerminalOpensNoPortIsSaidWhereItsTasksWouldBe() {
        assertThat(Texts.of("main.empty.body")).contains("terminal", "opens no port", "any server on the same machine");
    }

    @Test
    void trap29ACallThatIsRepeatedAgainAndAgainIsReportedInThoseWords() {
        Replay replay = new Replay("1.18.33/doom-loop-permission").playUntil(TaskStatus.NEEDS_YOU);
        Attention loop = replay.task().attention().getFirst();
        assertThat(AttentionText.of(loop)).startsWith("repeats the same read call");
    }

    private static Trouble trouble(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        return catchThrowableOfType(ServerTrouble.class, call).trouble();
    }

    private SessionInfo session() {
        SessionInfo unheard = SessionInfo.idOnly(new TaskKey(client.server(), "ses_1"));
        return new SessionInfo(
                unheard.key(), "", Optional.empty(), "/home/dev/one", Assignment.UNKNOWN, unheard.times());
    }

    private static String assistant(String id) {
        return "{\"info\":{\"id\":\"%s\",\"role\":\"assistant\",\"time\":{\"created\":1}},\"parts\":[]}".formatted(id);
    }

    private static Connection connection(String url) {
        return new Connection(new Endpoint(new ServerId(url), Optional.empty()));
    }
}

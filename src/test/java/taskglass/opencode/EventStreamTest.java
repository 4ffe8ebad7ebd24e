package taskglass.opencode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.SocketEffect;
import okhttp3.Headers;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import taskglass.opencode.http.BoundedEvents;
import taskglass.opencode.http.Endpoint;
import taskglass.opencode.http.ServerTrouble;
import taskglass.task.ServerId;
import taskglass.task.Trouble;
import taskglass.task.run.Fact;
import taskglass.task.store.Change;

/** How one connection to an event stream begins, tells and ends, on a real loopback HTTP server. */
class EventStreamTest {
    private static final Clock CLOCK = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);
    private static final Duration SILENCE = Duration.ofMillis(200);

    /** Where silence is not the matter: a busy machine may let a loopback server wait for longer than that. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private static final String IDLE = "data:"
        + " {\"directory\":\"/p\",\"payload\":{\"type\":\"session.idle\",\"properties\":{\"sessionID\":\"ses_1\"}}}\n\n";

    private final MockWebServer web = new MockWebServer();
    private final List<Change> changes = new ArrayList<>();
    private final List<RuntimeException> faults = new ArrayList<>();

    @BeforeEach
    void start() throws IOException {
        web.start();
    }

    @AfterEach
    void stop() {
        web.close();
    }

    @Test
    void whatItTellsComesAfterTheNewsThatItIsOpen() {
        web.enqueue(events(IDLE).build());
        readToItsEnd();
        assertThat(changes).hasSize(2);
        assertThat(changes.getFirst()).isInstanceOf(Change.StreamOpened.class);
        assertThat(((Change.Heard) changes.getLast()).fact()).isInstanceOf(Fact.Doing.class);
    }

    @Test
    void syncDoublesHeartbeatsDeltasAndUnknownTypesTellNothing() {
        StringBuilder body = new StringBuilder();
        for (String type : List.of("sync", "server.heartbeat", "message.part.delta", "next.year's.event")) {
            body.append("data: {\"payload\":{\"type\":\"").append(type).append("\",\"properties\":{}}}\n\n");
        }
        web.enqueue(events(body.toString()).build());
        readToItsEnd();
        assertThat(changes).hasSize(1);
    }

    @Test
    void textThatIsBeingWrittenIsOneSignOfLifeForAll() {
        String delta = "data: {\"payload\":{\"type\":\"message.part.delta\",\"properties\":{\"sessionID\":\"ses_1\","
                + "\"field\":\"text\",\"delta\":\"word \"}}}\n\n";
        web.enqueue(events(delta.repeat(100)).build());
        readToItsEnd();
        assertThat(changes).hasSize(2);
        assertThat(((Change.Heard) changes.getLast()).fact()).isInstanceOf(Fact.Alive.class);
    }

    @Test
    void anErrorThatNamesNoSessionIsAboutNobody() {
        web.enqueue(events("data: {\"payload\":{\"type\":\"session.error\",\"properties\":{\"error\":{}}}}\n\n")
                .build());
        readToItsEnd();
        assertThat(changes).hasSize(1);
    }

    @Test
    void aStreamThatIsOpenButSilentIsGivenUp() {
        web.enqueue(events("").bodyDelay(1, java.util.concurrent.TimeUnit.HOURS).build());
        assertThat(trouble(stream(SILENCE))).isInstanceOf(Trouble.NoAnswer.class);
    }

    @Test
    void aStreamThatBreaksInTheMiddleOfAnEventEnds() {
        web.enqueue(events(IDLE + IDLE)
                .onResponseBody(new SocketEffect.CloseSocket())
                .build());
        assertThat(readToItsEnd()).isInstanceOf(Trouble.NoAnswer.class);
    }

    @Test
    void aStreamThatAnswersHtmlIsNotOpenCodes() {
        web.enqueue(new MockResponse(200, Headers.of("Content-Type", "text/html"), "<html></html>"));
        assertThat(readToItsEnd()).isInstanceOf(Trouble.NotOpenCode.class);
    }

    @Test
    void anEventThatIsTooLongEndsTheStreamAndIsNotReported() {
        String filler = "x".repeat(BoundedEvents.LONGEST);
        web.enqueue(events(IDLE + IDLE.replace("ses_1", filler)).build());
        assertThat(readToItsEnd()).isEqualTo(new Trouble.NoAnswer("an event of more than 8 MB"));
        assertThat(changes).hasSize(2);
    }

    @Test
    void manyEventsMayTogetherBeLongerThanOneMay() {
        String filler = "data: \"" + "x".repeat(BoundedEvents.LONGEST / 2) + "\"\n\n";
        web.enqueue(events(filler.repeat(3) + IDLE).build());
        readToItsEnd();
        assertThat(changes).hasSize(2);
    }

    @Test
    void closingEndsABlockedRead() throws InterruptedException {
        web.enqueue(events("").bodyDelay(1, java.util.concurrent.TimeUnit.HOURS).build());
        EventStream stream = stream(PATIENCE);
        CompletableFuture<Trouble> end = CompletableFuture.supplyAsync(() -> trouble(stream));
        web.takeRequest();
        stream.close();
        assertThat(end.join()).isInstanceOf(Trouble.NoAnswer.class);
    }

    @Test
    void aStreamThatWasClosedBeforeItWasReadIsNeverOpened() {
        web.enqueue(events(IDLE).build());
        EventStream stream = stream(PATIENCE);
        stream.close();
        assertThat(trouble(stream)).isInstanceOf(Trouble.NoAnswer.class);
        assertThat(web.getRequestCount()).isZero();
    }

    @Test
    void aStreamThatCarriesNothingHasNotOpened() {
        web.enqueue(events("").build());
        readToItsEnd();
        assertThat(changes).isEmpty();
    }

    @Test
    void anEventOnWhichWeChokeIsPassedOver() {
        web.enqueue(events(IDLE + IDLE.replace("ses_1", "ses_2")).build());
        EventStream stream = stream(PATIENCE);
        var _ = catchThrowableOfType(ServerTrouble.class, () -> stream.read(this::chokeOnTheFirst, faults::add));
        assertThat(faults).hasSize(1);
        assertThat(changes).hasSize(2);
        assertThat(((Change.Heard) changes.getLast()).key().session()).isEqualTo("ses_2");
    }

    private void chokeOnTheFirst(Change change) {
        if (change instanceof Change.Heard(var key, var at, var fact)
                && key.session().equals("ses_1")) {
            throw new IllegalStateException("choked");
        }
        changes.add(change);
    }

    private Trouble readToItsEnd() {
        return trouble(stream(PATIENCE));
    }

    @Test
    void anInterruptWhileItConnectsEndsItLikeAnyOtherTrouble() {
        EventStream stream = stream(PATIENCE);
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> stream.read(changes::add, faults::add)).isInstanceOf(ServerTrouble.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    private Trouble trouble(EventStream stream) {
        return catchThrowableOfType(ServerTrouble.class, () -> stream.read(changes::add, faults::add))
                .trouble();
    }

    private EventStream stream(Duration silence) {
        Endpoint endpoint = new Endpoint(new ServerId(web.url("/").toString()), Optional.empty());
        OkHttpClient http = new OkHttpClient();
        return new EventStream(new OpenCodeClient(endpoint, http), http, silence, CLOCK);
    }

    private static MockResponse.Builder events(String body) {
        return new MockResponse.Builder()
                .code(200)
                .setHeader("Content-Type", "text/event-stream")
                .body(body);
    }
}

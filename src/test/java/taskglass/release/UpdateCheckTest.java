package taskglass.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.Headers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import taskglass.settings.Settings;
import taskglass.settings.SettingsFile;

/** The question for a newer release, put to a server on loopback. */
class UpdateCheckTest {
    private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");

    private final MockWebServer page = new MockWebServer();
    private final List<Release> releases = new ArrayList<>();
    private final Settings settings = Settings.of(SettingsFile.none(), Runnable::run);
    private final UpdateChoice choice = new UpdateChoice(settings);
    private UpdateCheck check;

    @BeforeEach
    void open() throws IOException {
        page.start();
        check = check();
    }

    @AfterEach
    void close() {
        page.close();
    }

    @Test
    void whoHasNotChosenItAsksNothing() {
        check.at(NOON);
        assertThat(page.getRequestCount()).isZero();
    }

    @Test
    void aNewerReleaseIsReportedWithItsPage() {
        choice.want(true);
        answer("v1.1.0");
        check.at(NOON);
        assertThat(releases).containsExactly(new Release("1.1.0", "https://example.org/v1.1.0"));
    }

    @Test
    void theSameReleaseIsNoNews() {
        choice.want(true);
        answer("v1.0.0");
        check.at(NOON);
        assertThat(releases).isEmpty();
    }

    @Test
    void itAsksOnceADay() {
        choice.want(true);
        answer("v1.0.0");
        answer("v1.1.0");
        check.at(NOON);
        check.at(NOON.plus(Duration.ofHours(23)));
        assertThat(page.getRequestCount()).isEqualTo(1);
        check.at(NOON.plus(Duration.ofHours(24)));
        assertThat(page.getRequestCount()).isEqualTo(2);
    }

    @Test
    void aRestartAsksNoSoonerAndReportsAgainWhatWasReceived() {
        choice.want(true);
        answer("v1.1.0");
        check.at(NOON);
        releases.clear();
        UpdateCheck next = check();
        next.recall();
        next.at(NOON.plusSeconds(60));
        assertThat(page.getRequestCount()).isEqualTo(1);
        assertThat(releases).hasSize(1);
    }

    @Test
    void aFailureIsReportedToNobodyAndWaitsForTheNextDay() {
        choice.want(true);
        page.enqueue(new MockResponse(500, Headers.of(), "down"));
        page.enqueue(new MockResponse(200, Headers.of(), "<html>no JSON</html>"));
        check.at(NOON);
        check.at(NOON.plus(Duration.ofDays(1)));
        assertThat(page.getRequestCount()).isEqualTo(2);
        assertThat(releases).isEmpty();
    }

    @Test
    void nothingIsSentButTheQuestion() throws InterruptedException {
        choice.want(true);
        answer("v1.0.0");
        check.at(NOON);
        RecordedRequest question = page.takeRequest();
        assertThat(question.getMethod()).isEqualTo("GET");
        assertThat(question.getUrl().encodedPath()).isEqualTo("/latest");
        assertThat(question.getUrl().query()).isNull();
        assertThat(question.getHeaders().names())
                .containsExactlyInAnyOrder("Accept", "User-Agent", "Host", "Connection", "Accept-Encoding");
        assertThat(question.getHeaders().get("User-Agent")).isEqualTo("Taskglass");
    }

    private UpdateCheck check() {
        URI latest = page.url("/latest").uri();
        return new UpdateCheck(
                "1.0.0", settings, new LatestRelease(latest), Runnable::run, Runnable::run, releases::add);
    }

    private void answer(String tag) {
        page.enqueue(new MockResponse(200, Headers.of("Content-Type", "application/json"), """
            {"tag_name":"%s","html_url":"https://example.org/%s","draft":false}\
            """.formatted(tag, tag)));
    }
}

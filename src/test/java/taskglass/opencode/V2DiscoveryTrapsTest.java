package taskglass.opencode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okhttp3.Headers;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import taskglass.opencode.http.Endpoint;
import taskglass.opencode.http.ServerTrouble;
import taskglass.task.ServerId;

/** How servers of 2.x are told from others: each release has its version at another place. */
class V2DiscoveryTrapsTest {
    @ParameterizedTest
    @ValueSource(strings = {"/api/info", "/api/status", "/api/health"})
    void aServerThatTellsItsVersionAtAnyOfThreePlacesIsOpenCode(String place) throws IOException {
        try (MockWebServer web = answering(Map.of(place, "{\"healthy\":true,\"version\":\"2.0.9\",\"pid\":7}"))) {
            assertThat(client(web).identify()).isEqualTo("2.0.9");
        }
    }

    @Test
    void trap25AServerThatDoesNotAnswerWhileItBootsIsGivenUpSoonAndAskedAgain() throws IOException {
        try (MockWebServer web = answering(Map.of("/api/info", "{\"version\":\"2.0.26\",\"pid\":7}"))) {
            web.setDispatcher(new Silent());
            OpenCodeClient client = client(web);
            assertThatThrownBy(client::identify).isInstanceOf(ServerTrouble.class);
            assertThat(client.identify()).isEqualTo("2.0.26");
        }
    }

    /** Says nothing to the first request, and answers from then on. */
    private static final class Silent extends Dispatcher {
        private boolean asked;

        @Override
        public MockResponse dispatch(RecordedRequest request) {
            if (!asked) {
                asked = true;
                return new MockResponse.Builder()
                        .onResponseStart(SocketEffect.Stall.INSTANCE)
                        .build();
            }
            String path = request.getUrl().encodedPath();
            return path.equals("/api/info")
                    ? json("{\"version\":\"2.0.26\",\"pid\":7}")
                    : new MockResponse(404, Headers.of(), "");
        }
    }

    private static MockWebServer answering(Map<String, String> answers) throws IOException {
        MockWebServer web = new MockWebServer();
        web.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                return Optional.ofNullable(answers.get(request.getUrl().encodedPath()))
                        .map(V2DiscoveryTrapsTest::json)
                        .orElseGet(() -> new MockResponse(404, Headers.of(), ""));
            }
        });
        web.start();
        return web;
    }

    private static MockResponse json(String body) {
        return new MockResponse(200, Headers.of("Content-Type", "application/json"), body);
    }

    private static OpenCodeClient client(MockWebServer web) {
        String url = web.url("/").toString();
        ServerId server = new ServerId(url.substring(0, url.length() - 1));
        return new OpenCodeClient(new Endpoint(server, Optional.empty()), new OkHttpClient());
    }
}

package taskglass.release;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.Callable;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/** Asks for the newest release with one GET of a public page. The request contains nothing about the user. */
public final class LatestRelease implements Callable<Release> {
    private static final int MOST_BYTES = 1 << 20;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final URI address;

    public LatestRelease(URI address) {
        this.address = address;
    }

    /** Blocks until the answer arrives, for ten seconds at most. */
    @Override
    public Release call() throws IOException {
        Request request = new Request.Builder()
                .url(address.toString())
                .header("Accept", "application/json")
                .header("User-Agent", "Taskglass")
                .build();
        OkHttpClient client =
                new OkHttpClient.Builder().callTimeout(Duration.ofSeconds(10)).build();
        try (Response response = client.newCall(request).execute()) {
            if (!response.isSuccessful()) {
                throw new IOException(address + " answered " + response.code());
            }
            JsonNode latest = JSON.readTree(response.peekBody(MOST_BYTES).string());
            return new Release(
                    latest.path("tag_name").asText().replaceFirst("^v", ""),
                    latest.path("html_url").asText());
        }
    }
}

package taskglass.opencode.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import okhttp3.Response;
import okio.BufferedSource;
import taskglass.task.TextCut;
import taskglass.task.Trouble;

/**
 * Reads a server's answers. Only answers that OpenCode gives are accepted. Anything else becomes a {@link Trouble} that
 * reports what arrived.
 *
 * @param endpoint the server that was asked
 */
public record ResponseReader(Endpoint endpoint) {
    private static final int UNAUTHORISED = 401;
    private static final int LONGEST_SHOWN = 200;

    /** Far more than any page that is requested. A single message with huge tool output must not fill the memory. */
    public static final int MOST_BYTES = 32 * 1024 * 1024;

    private static final String TOO_MUCH = "the answer is larger than 32 MB, so it was not read";

    /** Returns the JSON of an answer, or a missing node for an answer without a body. */
    JsonNode json(Response response) throws IOException {
        checkAuthorised(response);
        checkStays(response);
        byte[] body = body(response);
        if (response.isSuccessful() && body.length == 0) {
            return Http.JSON.missingNode();
        }
        JsonNode answer = parse(response, body);
        if (!response.isSuccessful()) {
            throw new ServerTrouble(new Trouble.Refused(response.code(), sentence(answer)));
        }
        return answer;
    }

    private static byte[] body(Response response) throws IOException {
        BufferedSource source = response.body().source();
        if (source.request(MOST_BYTES + 1L)) {
            throw new ServerTrouble(new Trouble.Refused(response.code(), TOO_MUCH));
        }
        return source.readByteArray();
    }

    private void checkAuthorised(Response response) throws ServerTrouble {
        if (response.code() == UNAUTHORISED) {
            throw new ServerTrouble(
                    new Trouble.Unauthorised(endpoint.credentials().isPresent()));
        }
    }

    private static void checkStays(Response response) throws ServerTrouble {
        if (response.isRedirect()) {
            String to = response.header("Location", "");
            throw new ServerTrouble(new Trouble.NotOpenCode(
                    "a redirect to " + TextCut.shortened(to, LONGEST_SHOWN) + ", which was not followed"));
        }
    }

    /** Checks that an answer is an event stream. */
    void checkEvents(Response response) throws ServerTrouble {
        checkAuthorised(response);
        checkStays(response);
        if (!response.isSuccessful()) {
            throw new ServerTrouble(new Trouble.Refused(response.code(), response.message()));
        }
        String type = response.header("Content-Type", "nothing");
        if (!type.startsWith("text/event-stream")) {
            throw new ServerTrouble(new Trouble.NotOpenCode(type));
        }
    }

    private static JsonNode parse(Response response, byte[] body) throws IOException {
        String type = response.header("Content-Type", "nothing");
        boolean json = type.contains("json");
        if (!json && !response.isSuccessful()) {
            throw new ServerTrouble(new Trouble.Refused(response.code(), response.message()));
        }
        if (!json) {
            throw new ServerTrouble(new Trouble.NotOpenCode(type.contains("html") ? "an HTML page" : type));
        }
        try {
            return Http.JSON.readTree(body);
        } catch (JsonProcessingException e) {
            throw new ServerTrouble(new Trouble.NotOpenCode("broken JSON"));
        }
    }

    /**
     * Returns the server's own message. V1 nests it in {@code data.message}, and schema errors in {@code
     * error[].message}.
     */
    private static String sentence(JsonNode error) {
        for (String pointer : new String[] {"/data/message", "/message", "/error/0/message", "/name"}) {
            String text = error.at(pointer).asText();
            if (!text.isEmpty()) {
                return text;
            }
        }
        return error.toString();
    }
}

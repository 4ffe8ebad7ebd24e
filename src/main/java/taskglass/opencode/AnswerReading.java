package taskglass.opencode;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import okhttp3.Response;
import okio.BufferedSource;
import taskglass.task.Cut;
import taskglass.task.Trouble;

/**
 * What a server answered: only what OpenCode answers is let through, all else is a {@link Trouble} that says what came.
 *
 * @param endpoint whom it was asked of
 */
record AnswerReading(Endpoint endpoint) {
    private static final int UNAUTHORISED = 401;
    private static final int LONGEST_SHOWN = 200;

    /** Far more than any page that is asked for; one message whose tool wrote more must not fill the memory. */
    static final int MOST_BYTES = 32 * 1024 * 1024;

    private static final String TOO_MUCH = "the answer is larger than 32 MB, so it was not read";

    /** Its JSON; a missing node of an answer without a body. */
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
                    "a redirect to " + Cut.shortened(to, LONGEST_SHOWN) + ", which was not followed"));
        }
    }

    /** Whether it is a stream of events. */
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

    /** The server's own words: V1 nests them in {@code data.message}, its schema errors in {@code error[].message}. */
    private static String sentence(JsonNode error) {
        for (String pointer : new String[] {"/data/message", "/message", "/error/0/message", "/name"}) {
            String words = error.at(pointer).asText();
            if (!words.isEmpty()) {
                return words;
            }
        }
        return error.toString();
    }
}

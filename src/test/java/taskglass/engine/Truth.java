package taskglass.engine;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a server's database says of a session's latest run, worked out from its whole transcript without any of the code
 * under test: the run begins at the given prompt, the first being 0.
 */
public record Truth(List<JsonNode> run) {

    public static Truth of(JsonNode messages, int prompt) {
        List<JsonNode> run = new ArrayList<>();
        int seen = -1;
        for (JsonNode message : messages) {
            seen += role(message).equals("user") ? 1 : 0;
            if (seen >= prompt) {
                run.add(message);
            }
        }
        return new Truth(run);
    }

    public int toolCalls() {
        Set<String> ids = new HashSet<>();
        for (JsonNode message : run) {
            for (JsonNode part : message.path("parts")) {
                if (part.path("type").asText().equals("tool")) {
                    ids.add(part.path("callID").asText());
                }
            }
        }
        return ids.size();
    }

    public Optional<Instant> started() {
        return Optional.of(
                Instant.ofEpochMilli(run.getFirst().at("/info/time/created").asLong()));
    }

    public Optional<Instant> ended() {
        return Optional.of(
                Instant.ofEpochMilli(last().at("/info/time/completed").asLong()));
    }

    public String error() {
        return last().at("/info/error/name").asText();
    }

    public String finish() {
        return last().at("/info/finish").asText();
    }

    private JsonNode last() {
        return run.stream()
                .filter(message -> role(message).equals("assistant"))
                .reduce((first, second) -> second)
                .orElseThrow();
    }

    private static String role(JsonNode message) {
        return message.at("/info/role").asText();
    }
}

package taskglass.opencode;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import taskglass.opencode.http.Http;

/**
 * An event or an answer as a server sent it in a recording.
 *
 * @param path where the answer was asked for; empty for an event
 * @param session the session that the event is about; empty for an answer
 */
record RecordedInput(Kind kind, String path, String session, String json) {
    enum Kind {
        EVENT,
        ANSWER
    }

    /** What went over the wire in all recordings: events and answers, small ones, each shape a few times. */
    static List<RecordedInput> all() throws IOException {
        Map<String, List<RecordedInput>> byShape = new TreeMap<>();
        try (Stream<Path> files = Files.walk(Path.of("src/test/resources/opencode"))) {
            for (Path file : files.filter(path -> path.toString().endsWith(".json"))
                    .sorted()
                    .toList()) {
                JsonNode recording = Http.JSON.readTree(file.toFile());
                recording.path("events").forEach(event -> add(byShape, Kind.EVENT, "", event.path("data")));
                recording
                        .path("requests")
                        .forEach(request -> add(
                                byShape,
                                Kind.ANSWER,
                                request.path("path").asText().replaceAll("\\?.*", ""),
                                request.path("response")));
                recording
                        .path("rest")
                        .properties()
                        .forEach(entry -> add(
                                byShape,
                                Kind.ANSWER,
                                "/session/ses_1/" + entry.getKey().replace("messages", "message"),
                                entry.getValue()));
            }
        }
        return byShape.values().stream().flatMap(List::stream).toList();
    }

    private static void add(Map<String, List<RecordedInput>> byShape, Kind kind, String path, JsonNode json) {
        if (!json.isContainerNode() || json.isEmpty()) {
            return;
        }
        String text = json.toString();
        JsonNode payload = json.has("payload") ? json.path("payload") : json;
        String session = payload.at("/properties/sessionID").asText();
        String shape = kind == Kind.EVENT
                ? payload.path("type").asText()
                        + payload.at("/properties/part/type").asText()
                : path.replaceAll("(ses|msg|per|que|frm)_\\w+", "X");
        List<RecordedInput> known = byShape.computeIfAbsent(shape, s -> new ArrayList<>());
        if (known.size() < 12 && text.length() < 8000) {
            known.add(new RecordedInput(kind, path, session, text));
        }
    }
}

package taskglass.opencode.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import taskglass.task.TextCut;
import taskglass.task.request.Attention;
import taskglass.task.request.Attention.Kind;
import taskglass.task.request.RequestContent;
import taskglass.task.request.RequestContent.Always;
import taskglass.task.request.RequestContent.Diff;
import taskglass.task.request.RequestContent.Inquiry;
import taskglass.task.request.RequestContent.Option;

/** Reads permission requests and questions in the format of the V1 API, which is the same in events and in lists. */
public final class AttentionWire {
    /** How many characters of a request are kept for a line in a list. */
    private static final int LINE = 500;

    /** How many characters are kept for a closer look: more than anyone reads before answering. */
    static final int WHOLE = 64 * 1024;

    /**
     * Fields that Taskglass adds to the V1 form: that V2 stores what is always allowed, and the reason that V2 gives
     * for asking.
     */
    public static final String STORED = "stored";

    public static final String REASON = "reason";

    private AttentionWire() {}

    public static Attention request(JsonNode request) {
        String id = request.path("id").asText();
        JsonNode first = request.at("/questions/0");
        return first.isObject()
                ? new Attention(
                        id,
                        Kind.QUESTION,
                        first.path("header").asText(),
                        cut(first.path("question").asText(), LINE),
                        new RequestContent.Questions(inquiries(request.path("questions"))))
                : new Attention(
                        id,
                        Kind.PERMISSION,
                        request.path("permission").asText(),
                        cut(about(request), LINE),
                        permission(request));
    }

    /** Patterns are what "always" would allow: parts of a command, or a file path relative to the project's root. */
    private static String about(JsonNode request) {
        JsonNode metadata = request.path("metadata");
        return SessionWire.text(metadata.path("command"))
                .or(() -> SessionWire.text(metadata.path("filepath")))
                .orElseGet(() -> String.join(", ", texts(request.path("patterns"))));
    }

    private static RequestContent permission(JsonNode request) {
        String diff = request.at("/metadata/diff").asText();
        Diff kept = new Diff(TextCut.beginning(diff, WHOLE), diff.length() > WHOLE);
        Always always =
                new Always(texts(request.path("always")), request.path(STORED).asBoolean());
        return new RequestContent.Permission(cut(inFull(request), WHOLE), kept, always);
    }

    /** V2 also reports why it asks and about which resources. What the main text does not contain is added below it. */
    private static String inFull(JsonNode request) {
        String whole = whole(request);
        if (!request.path(STORED).asBoolean()) {
            return whole;
        }
        List<String> lines = new ArrayList<>(List.of(whole));
        texts(request.path("patterns")).stream()
                .filter(resource -> !whole.contains(resource))
                .forEach(lines::add);
        SessionWire.text(request.path(REASON)).ifPresent(lines::add);
        return String.join("\n", lines);
    }

    /** A repeated call comes with its input. All others come with one text that describes them. */
    private static String whole(JsonNode request) {
        JsonNode metadata = request.path("metadata");
        if (metadata.path("input").isObject()) {
            return metadata.path("tool").asText() + " " + metadata.path("input").toPrettyString();
        }
        return SessionWire.text(metadata.path("command"))
                .or(() -> SessionWire.text(metadata.path("filepath")))
                .or(() -> SessionWire.text(metadata.path("url")))
                .or(() -> SessionWire.text(metadata.path("query")))
                .orElseGet(() -> String.join("\n", texts(request.path("patterns"))));
    }

    private static List<Inquiry> inquiries(JsonNode questions) {
        return questions
                .valueStream()
                .map(question -> new Inquiry(
                        question.path("header").asText(),
                        question.path("question").asText(),
                        options(question.path("options")),
                        question.path("multiple").asBoolean(),
                        question.path("custom").asBoolean(true),
                        FormConditions.read(question)))
                .toList();
    }

    private static List<Option> options(JsonNode options) {
        return options.valueStream()
                .map(option -> new Option(
                        option.path("label").asText(),
                        option.path("description").asText()))
                .toList();
    }

    private static List<String> texts(JsonNode list) {
        return list.valueStream().map(JsonNode::asText).toList();
    }

    private static String cut(String text, int kept) {
        return TextCut.shortened(text, kept);
    }
}

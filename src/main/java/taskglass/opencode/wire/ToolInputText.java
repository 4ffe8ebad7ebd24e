package taskglass.opencode.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import taskglass.task.TextCut;

/** Formats the input of a tool call for the user. */
final class ToolInputText {
    /** The arguments that best describe a call, in this order: a command, a file, a pattern, an address, a task. */
    private static final List<String> TELLING =
            List.of("command", "filePath", "pattern", "url", "query", "description", "path", "name");

    private static final int TITLE = 300;

    private ToolInputText() {}

    /** Returns one line: the most descriptive argument, otherwise the title that the tool gave itself. */
    static String title(JsonNode state) {
        Optional<String> argument = TELLING.stream()
                .map(name -> state.path("input").path(name))
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText)
                .findFirst();
        String title = argument.orElseGet(() -> state.path("title").asText());
        String line = title.strip().replaceAll("\\s+", " ");
        return TextCut.shortened(line, TITLE);
    }

    /**
     * Returns the arguments, one per line. Texts appear unchanged; texts of several lines start on a line of their own.
     */
    static String all(JsonNode input) {
        return input.propertyStream()
                .map(argument -> argument(argument.getKey(), argument.getValue()))
                .collect(Collectors.joining("\n"));
    }

    private static String argument(String name, JsonNode value) {
        String text = value.isTextual()
                ? value.asText()
                : value.isContainerNode() ? value.toPrettyString() : value.toString();
        return text.contains("\n") ? name + ":\n" + text.stripTrailing() : name + ": " + text;
    }
}

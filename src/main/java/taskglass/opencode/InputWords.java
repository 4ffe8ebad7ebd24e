package taskglass.opencode;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import taskglass.task.Cut;

/** What a tool was called with, as a person reads it. */
final class InputWords {
    /** The arguments that say best what a call is about, in this order: a command, a file, a pattern, an address, a task. */
    private static final List<String> TELLING =
            List.of("command", "filePath", "pattern", "url", "query", "description", "path", "name");

    private static final int TITLE = 300;

    private InputWords() {}

    /** One line: the most telling argument, else the title that the tool gave itself. */
    static String title(JsonNode state) {
        Optional<String> argument = TELLING.stream()
                .map(name -> state.path("input").path(name))
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText)
                .findFirst();
        String title = argument.orElseGet(() -> state.path("title").asText());
        String line = title.strip().replaceAll("\\s+", " ");
        return Cut.shortened(line, TITLE);
    }

    /** The arguments, a line each; texts as they are, and on lines of their own where they have several. */
    static String all(JsonNode input) {
        return input.propertyStream()
                .map(argument -> argument(argument.getKey(), argument.getValue()))
                .collect(Collectors.joining("\n"));
    }

    private static String argument(String name, JsonNode value) {
        String words = value.isTextual()
                ? value.asText()
                : value.isContainerNode() ? value.toPrettyString() : value.toString();
        return words.contains("\n") ? name + ":\n" + words.stripTrailing() : name + ": " + words;
    }
}

package taskglass.ui.detail;

import java.net.URI;
import java.util.List;
import java.util.stream.Collectors;
import taskglass.task.Part;
import taskglass.task.Part.Place;
import taskglass.ui.frame.StatusLook.Tone;

/** One row of the output: a paragraph, some lines of code, the line of a call; small enough to be laid out at once. */
sealed interface Row {
    /** The part, or the message, that it belongs to. */
    Place place();

    /** What it says, for whoever copies it. */
    String words();

    /** The pages of the web that it leads to. */
    default List<URI> links() {
        return List.of();
    }

    /** Who speaks, and how loudly. */
    enum Voice {
        ANSWER,
        PROMPT,
        THOUGHT
    }

    /** How a paragraph stands out: not at all, as a heading, or as a quotation. */
    enum Shape {
        PLAIN,
        HEADING,
        QUOTE
    }

    /** A paragraph, or an item of a list with its marker. */
    record Prose(Place place, Voice voice, Shape shape, int indent, String marker, List<Span> spans) implements Row {
        @Override
        public String words() {
            String text = spans.stream().map(Span::text).collect(Collectors.joining());
            return marker.isEmpty() ? text : marker + " " + text;
        }

        @Override
        public List<URI> links() {
            return spans.stream()
                    .flatMap(span -> span.link().stream())
                    .distinct()
                    .toList();
        }
    }

    /** Lines as they are, in a font of fixed width. */
    record Code(Place place, Voice voice, int indent, String words) implements Row {}

    /** Lines of what went into a call or came out of it. */
    record Printed(Place place, String words, boolean failed) implements Row {}

    /** The name over what follows it. */
    record Caption(Place place, String words) implements Row {}

    /** A tool call in one line, which unfolds. */
    record CallLine(Place place, Part.Call call, boolean open) implements Row {
        @Override
        public String words() {
            return CallText.line(call);
        }
    }

    /** The line under which reasoning is folded. */
    record ThoughtLine(Place place, String words, boolean open) implements Row {}

    /** A line across, between two parts of a text. */
    record Rule(Place place) implements Row {
        @Override
        public String words() {
            return "";
        }
    }

    /** Something that we say about the output. */
    record Note(Place place, String words, Tone tone) implements Row {}

    /** Stands before the first row while there is more before it. */
    record Earlier(Place place, String words) implements Row {}
}

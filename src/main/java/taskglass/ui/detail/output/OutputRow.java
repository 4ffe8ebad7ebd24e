package taskglass.ui.detail.output;

import java.net.URI;
import java.util.List;
import java.util.stream.Collectors;
import taskglass.task.transcript.Part;
import taskglass.task.transcript.Part.Place;
import taskglass.ui.frame.StatusStyle.Tone;

/**
 * One row of the output: a paragraph, some lines of code, or the line of a call. Rows are small enough to be laid out
 * as a whole.
 */
public sealed interface OutputRow {
    /** The part or message that the row belongs to. */
    Place place();

    /** The text of the row, for copying. */
    String text();

    /** The web pages that the row links to. */
    default List<URI> links() {
        return List.of();
    }

    /** Who is speaking, and how prominently. */
    enum Voice {
        ANSWER,
        PROMPT,
        THOUGHT
    }

    /** The style of a paragraph: plain, heading or quotation. */
    enum Shape {
        PLAIN,
        HEADING,
        QUOTE
    }

    /** A paragraph, or a list item with its marker. */
    record Prose(Place place, Voice voice, Shape shape, int indent, String marker, List<TextSpan> spans)
            implements OutputRow {
        @Override
        public String text() {
            String text = spans.stream().map(TextSpan::text).collect(Collectors.joining());
            return marker.isEmpty() ? text : marker + " " + text;
        }

        @Override
        public List<URI> links() {
            return spans.stream()
                    .flatMap(textSpan -> textSpan.link().stream())
                    .distinct()
                    .toList();
        }
    }

    /** Lines of code, unchanged, in a monospaced font. */
    record Code(Place place, Voice voice, int indent, String text) implements OutputRow {}

    /** Lines of a call's input or output. */
    record Printed(Place place, String text, boolean failed) implements OutputRow {}

    /** The caption of the rows that follow. */
    record Caption(Place place, String text) implements OutputRow {}

    /** A tool call on one line that can be expanded. */
    record CallLine(Place place, Part.Call call, boolean open) implements OutputRow {
        @Override
        public String text() {
            return CallText.line(call);
        }
    }

    /** The line below which reasoning is collapsed. */
    record ThoughtLine(Place place, String text, boolean open) implements OutputRow {}

    /** A horizontal line between two parts of a text. */
    record Rule(Place place) implements OutputRow {
        @Override
        public String text() {
            return "";
        }
    }

    /** A note by Taskglass about the output. */
    record Note(Place place, String text, Tone tone) implements OutputRow {}

    /** Why a step or a run failed, with the server's words. */
    record Failure(Place place, String text) implements OutputRow {}

    /** Stands before the first row while there is earlier output. */
    record Earlier(Place place, String text) implements OutputRow {}
}

package taskglass.task.transcript;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import taskglass.task.ToolCall;

/** One part of a message with all its stored content. The details pane of a task shows parts. */
public sealed interface Part {
    Place place();

    /** The approximate number of characters it keeps in memory. */
    long size();

    /** The position of a part in its session. OpenCode's ids ascend with time, and OpenCode sorts by them. */
    record Place(String message, String part) implements Comparable<Place> {
        @Override
        public int compareTo(Place other) {
            int byMessage = message.compareTo(other.message);
            return byMessage != 0 ? byMessage : part.compareTo(other.part);
        }

        /** The position after the last part of a message, which stands for the message itself. */
        public static Place endOf(String message) {
            return new Place(message, Character.toString(Character.MAX_VALUE));
        }

        static Place startOf(String message) {
            return new Place(message, "");
        }
    }

    /** The start and end of an activity; each is absent while unknown. */
    record Span(Optional<Instant> started, Optional<Instant> ended) {
        public static final Span UNKNOWN = new Span(Optional.empty(), Optional.empty());

        /** How long it took, or has taken so far; empty if its start is unknown. */
        public Optional<Duration> length(Instant now) {
            return started.map(from -> Duration.between(from, ended.orElse(now)))
                    .map(length -> length.isNegative() ? Duration.ZERO : length);
        }
    }

    /**
     * A text in a message.
     *
     * @param reasoning whether it is the model's reasoning
     * @param whole whether nothing of it was missed; while it is being written, only the event stream has it
     */
    record Text(Place place, boolean reasoning, ClippedText text, Span span, boolean whole) implements Part {
        private static final String MISSED = " … ";

        @Override
        public long size() {
            return OVERHEAD + text.text().length();
        }

        Text grown(String more) {
            return new Text(place, reasoning, text.plus(more), span, whole);
        }

        Text broken() {
            return new Text(place, reasoning, text.plus(MISSED), span, false);
        }

        /** Whether it is still being written. */
        public boolean open() {
            return span.ended().isEmpty();
        }

        /** Whether it contains everything that had been received when a piece was missed. */
        private boolean goesOnFrom(Text before) {
            int gap = before.text.text().indexOf(MISSED);
            return gap > 0 && text.text().startsWith(before.text.text().substring(0, gap));
        }

        /**
         * Merges a text with its known state. Servers store an open text as it began, so the pieces received since then
         * stay.
         */
        private Text after(Text before) {
            if (!before.whole && goesOnFrom(before)) {
                return this;
            }
            boolean behind = open() && (!before.open() || before.text.length() >= text.length());
            // Received from its beginning, although a page that contained it arrived first.
            boolean allHeard = before.whole || (whole && before.text.equals(text));
            return behind ? new Text(place, reasoning, before.text, before.span, allHeard) : this;
        }
    }

    /** A tool call. */
    record Call(Place place, String tool, ToolCall.State state, Span span, Content content) implements Part {
        @Override
        public long size() {
            return OVERHEAD
                    + content.input.text().length()
                    + content.output.text().length();
        }

        /**
         * The call as it stands once runs have ended: without an end of its own it is unfinished.
         *
         * @param first the first message of the latest run; "" if it is not known. All earlier runs have ended
         * @param ended when the latest run ended; empty while it goes on
         */
        public Call within(String first, Optional<Instant> ended) {
            boolean going = state == ToolCall.State.PENDING || state == ToolCall.State.RUNNING;
            boolean earlier = place.message().compareTo(first) < 0;
            Optional<Instant> end = earlier ? Optional.empty() : ended;
            return going && (earlier || ended.isPresent())
                    ? new Call(place, tool, ToolCall.State.UNFINISHED, new Span(span.started(), end), content)
                    : this;
        }

        /** Whether it went wrong: an error, a rejection, or a command with an exit status other than 0. */
        public boolean failed() {
            boolean badExit = content.exit.orElse(0) != 0;
            return badExit || state == ToolCall.State.ERROR || state == ToolCall.State.REJECTED;
        }
    }

    /**
     * The input and output of a call.
     *
     * @param title its subject in one line: the command, the file, the pattern
     * @param exit the exit status of a command
     * @param subagent the id of the session in which a subagent works for this call
     */
    record Content(String title, ClippedText input, ClippedText output, OptionalInt exit, Optional<String> subagent) {
        public Content(String title, ClippedText input, ClippedText output, OptionalInt exit) {
            this(title, input, output, exit, Optional.empty());
        }

        public static final Content NONE = new Content("", ClippedText.EMPTY, ClippedText.EMPTY, OptionalInt.empty());
    }

    /** The memory an object needs besides its texts. */
    long OVERHEAD = 200;

    /**
     * Returns this newly reported part merged with its known state. Nothing is undone, whichever state arrives late.
     */
    default Part after(Part known) {
        return switch (this) {
            case Call call -> known instanceof Call before && before.state.compareTo(call.state) > 0 ? before : call;
            case Text text -> known instanceof Text before ? text.after(before) : text;
        };
    }
}

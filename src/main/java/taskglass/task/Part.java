package taskglass.task;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/** One part of a message, with all that is kept of what it says: what the details of one task show. */
public sealed interface Part {
    Place place();

    /** Characters that it keeps in memory, roughly. */
    long size();

    /** Where a part stands in its session. OpenCode's ids ascend with time, and it sorts by them. */
    record Place(String message, String part) implements Comparable<Place> {
        @Override
        public int compareTo(Place other) {
            int byMessage = message.compareTo(other.message);
            return byMessage != 0 ? byMessage : part.compareTo(other.part);
        }

        /** Behind the last part of a message: where the message itself stands. */
        public static Place endOf(String message) {
            return new Place(message, Character.toString(Character.MAX_VALUE));
        }

        static Place startOf(String message) {
            return new Place(message, "");
        }
    }

    /** From when to when something went on, each absent while it is not known. */
    record Span(Optional<Instant> started, Optional<Instant> ended) {
        public static final Span UNKNOWN = new Span(Optional.empty(), Optional.empty());

        /** How long it took, or has taken by now; empty where nobody told its start. */
        public Optional<Duration> length(Instant now) {
            return started.map(from -> Duration.between(from, ended.orElse(now)))
                    .map(length -> length.isNegative() ? Duration.ZERO : length);
        }
    }

    /**
     * What somebody wrote.
     *
     * @param reasoning whether the model only thought it
     * @param whole whether nothing of it was missed; while it is being written nobody but the event stream has it
     */
    record Text(Place place, boolean reasoning, Clip text, Span span, boolean whole) implements Part {
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

        /** Whether it holds all that had been heard when a piece was missed. */
        private boolean goesOnFrom(Text before) {
            int gap = before.text.text().indexOf(MISSED);
            return gap > 0 && text.text().startsWith(before.text.text().substring(0, gap));
        }

        /** Servers have an open text written down as it began: what was heard since stays. */
        private Text after(Text before) {
            if (!before.whole && goesOnFrom(before)) {
                return this;
            }
            boolean behind = open() && (!before.open() || before.text.length() >= text.length());
            // Heard from its beginning on, although a page that had it came first.
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

        /** Whether it went wrong: an error, a rejection, or a command that ended with another status than 0. */
        public boolean failed() {
            boolean badExit = content.exit.orElse(0) != 0;
            return badExit || state == ToolCall.State.ERROR || state == ToolCall.State.REJECTED;
        }
    }

    /**
     * What went into a call and what came out.
     *
     * @param title what it is about in one line: the command, the file, the pattern
     * @param exit the status with which a command ended
     */
    record Content(String title, Clip input, Clip output, OptionalInt exit) {
        public static final Content NONE = new Content("", Clip.EMPTY, Clip.EMPTY, OptionalInt.empty());
    }

    /** What an object costs beside its texts. */
    long OVERHEAD = 200;

    /** This part, told anew, with what was known of it before: nothing comes undone, whichever comes late. */
    default Part after(Part known) {
        return switch (this) {
            case Call call -> known instanceof Call before && before.state.compareTo(call.state) > 0 ? before : call;
            case Text text -> known instanceof Text before ? text.after(before) : text;
        };
    }
}

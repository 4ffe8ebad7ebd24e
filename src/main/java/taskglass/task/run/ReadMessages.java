package taskglass.task.run;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import taskglass.task.ToolCall;

/**
 * Messages as one reading returned them.
 *
 * @param complete whether these are all messages of the run, or only its end
 */
record ReadMessages(List<Fact> facts, boolean complete) {
    /** Returns the known messages with those of this reading added and those it shows to be gone removed. */
    Messages into(Messages known) {
        Messages more = known;
        String end = complete ? newest() : "";
        for (Fact fact : facts) {
            more = switch (fact) {
                case Fact.Prompted(Prompt prompt, var assignment) ->
                    more.with(prompt.before(end) ? prompt.explained() : prompt);
                case Fact.Answered(AssistantMessage message) -> more.with(message);
                case Fact.Called(ToolCall call) -> more.with(call);
                case Fact.Sent(String message, PromptKind kind) -> more.with(message, kind);
                default -> more;
            };
        }
        return complete ? withoutGone(more) : more;
    }

    SessionHints into(SessionHints known) {
        SessionHints noted = known;
        for (Fact fact : facts) {
            noted = fact instanceof Fact.Text words ? noted.withText(words) : noted;
        }
        return noted;
    }

    private String newest() {
        return facts.reversed().stream()
                .flatMap(fact -> fact instanceof Fact.Answered(AssistantMessage message)
                        ? Stream.of(message.id())
                        : Stream.empty())
                .findFirst()
                .orElse("");
    }

    /**
     * Drops what the server no longer has. A reading of a whole run contains every message between its first and its
     * last, so a missing one was removed without an event.
     */
    private Messages withoutGone(Messages known) {
        SortedSet<String> read = new TreeSet<>();
        for (Fact fact : facts) {
            switch (fact) {
                case Fact.Prompted(Prompt prompt, var assignment) -> read.add(prompt.id());
                case Fact.Answered(AssistantMessage message) -> read.add(message.id());
                default -> {}
            }
        }
        return read.size() < 2 ? known : known.only(read, read.first(), read.last());
    }
}

package taskglass.opencode;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import taskglass.task.Fact;
import taskglass.task.Listing.Reading;
import taskglass.task.Question.Read;

/** Reads the newest messages of a session: page by page back to what is known, and no message that is. */
final class RunReader {
    private static final int FIRST_PAGE = 1;
    private static final int LATER_PAGE = 10;

    private final Dialect dialect;
    private final Read read;
    private final List<JsonNode> messages = new ArrayList<>();
    private boolean reachedKnown;

    RunReader(Dialect dialect, Read read) {
        this.dialect = dialect;
        this.read = read;
    }

    Reading reading() throws ServerTrouble {
        try {
            fetch();
            dialect.completeEnd(read.session(), messages);
            return new Reading(
                    read.session().key(),
                    facts(),
                    true,
                    read.wholeRun(),
                    read.session().updated());
        } catch (ServerTrouble trouble) {
            if (trouble.notFound()) {
                return new Reading(
                        read.session().key(),
                        List.of(),
                        false,
                        false,
                        read.session().updated());
            }
            throw trouble;
        }
    }

    private void fetch() throws ServerTrouble {
        Dialect.Page page = dialect.messages(read.session(), FIRST_PAGE, "");
        take(page.messages());
        while (!enough() && !page.next().isEmpty()) {
            page = dialect.messages(read.session(), LATER_PAGE, page.next());
            take(page.messages());
        }
        if (!read.wholeRun()) {
            addPromptOfFirst();
        } else if (!reachedKnown) {
            dropEarlierRuns();
        }
    }

    /** Puts a page, which is oldest first, before the messages that are there; stops at what is known. */
    private void take(List<JsonNode> page) {
        for (JsonNode message : page.reversed()) {
            if (reachedKnown || id(message).compareTo(read.knownTo()) <= 0) {
                reachedKnown = true;
                return;
            }
            messages.addFirst(message);
        }
    }

    private boolean enough() {
        return reachedKnown || (read.wholeRun() ? beginning() > 0 : hasAnsweredPrompt());
    }

    /** Whether the newest answer is there, and its prompt or at least its name; V2 does not tell what it answers. */
    private boolean hasAnsweredPrompt() {
        boolean prompted = messages.stream().anyMatch(RunReader::isUser);
        return messages.stream()
                .anyMatch(message ->
                        !isUser(message) && (prompted || message.path("info").has("parentID")));
    }

    /** Where the latest run begins: at the last answered prompt before which all work had ended; 0 when not found. */
    private int beginning() {
        boolean answered = false;
        for (int i = messages.size() - 1; i > 0; i--) {
            boolean prompt = isUser(messages.get(i));
            JsonNode before = messages.get(i - 1);
            if (prompt && answered && !isUser(before) && !openAt(before, messages.get(i))) {
                return i;
            }
            answered |= !prompt;
        }
        return 0;
    }

    private void dropEarlierRuns() {
        messages.subList(0, beginning()).clear();
    }

    private static boolean openAt(JsonNode answer, JsonNode prompt) {
        JsonNode completed = answer.at("/info/time/completed");
        return completed.isNumber() && prompt.at("/info/time/created").asLong() < completed.asLong();
    }

    /** The prompt of the one message read: it says when the run began, and costs one small request. */
    private void addPromptOfFirst() throws ServerTrouble {
        String prompt = messages.isEmpty()
                ? ""
                : messages.getFirst().at("/info/parentID").asText();
        if (!prompt.isEmpty()) {
            addIfThere(prompt);
        }
    }

    /** A prompt may have been removed while its answer stayed: that is no reason to doubt the session. */
    private void addIfThere(String message) throws ServerTrouble {
        try {
            messages.addFirst(dialect.message(read.session(), message));
        } catch (ServerTrouble trouble) {
            if (!trouble.notFound()) {
                throw trouble;
            }
        }
    }

    private List<Fact> facts() {
        return messages.stream()
                .flatMap(message -> MessageWire.facts(message).stream())
                .toList();
    }

    /** What joined a run stands in it as its answers do. */
    private static boolean isUser(JsonNode message) {
        return message.at("/info/role").asText().equals("user")
                && !message.at("/info/" + MessageWire.JOINED).asBoolean();
    }

    private static String id(JsonNode message) {
        return message.at("/info/id").asText();
    }
}

package taskglass.opencode.session;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import taskglass.opencode.http.ServerTrouble;
import taskglass.opencode.v2.V2Messages;
import taskglass.opencode.wire.MessageWire;
import taskglass.opencode.wire.PromptKinds;
import taskglass.task.run.AssistantMessage;
import taskglass.task.run.Fact;
import taskglass.task.run.RunStartFinder;
import taskglass.task.status.Listing.Reading;
import taskglass.task.status.ListingRequest.Read;

/** Reads the newest messages of a session, page by page back to the known ones, which are not read again. */
final class RunReader {
    private static final int FIRST_PAGE = 1;
    private static final int LATER_PAGE = 10;

    private final SessionApi api;
    private final Read read;
    private final List<JsonNode> messages = new ArrayList<>();
    private final RunStartFinder start;
    private int size = LATER_PAGE;
    private boolean whole;
    private boolean reachedKnown;
    private boolean refused;

    RunReader(SessionApi api, Read read) {
        this.api = api;
        this.read = read;
        this.start = new RunStartFinder(read.session().undone());
        this.whole = read.wholeRun();
    }

    Reading reading() throws ServerTrouble {
        try {
            fetch();
            api.completeEnd(read.session(), messages);
            Reading reading = new Reading(
                    read.session().key(), facts(), true, whole, read.session().updated());
            Reading result = reading.with(EmptyAnswer.newest(messages, read));
            return refused ? result.refused() : result;
        } catch (ServerTrouble trouble) {
            if (trouble.notFound()) {
                return new Reading(
                        read.session().key(),
                        List.of(),
                        false,
                        false,
                        read.session().updated());
            }
            if (trouble.isFinal()) {
                return new Reading(
                                read.session().key(),
                                List.of(),
                                true,
                                false,
                                read.session().updated())
                        .refused();
            }
            throw trouble;
        }
    }

    private void fetch() throws ServerTrouble {
        SessionApi.Page page = api.messages(read.session(), FIRST_PAGE, "");
        addPage(page.messages());
        try {
            fetchMore(page);
        } catch (ServerTrouble trouble) {
            if (!trouble.isFinal()) {
                throw trouble;
            }
            // One message that the server cannot return makes it refuse every page that contains it: only the newest
            // message is reported.
            refused = true;
            whole = false;
        }
    }

    private void fetchMore(SessionApi.Page newest) throws ServerTrouble {
        SessionApi.Page page = whole ? newest : fetchEnd(newest);
        while (whole && !enough() && !page.next().isEmpty()) {
            page = earlier(page);
            addPage(page.messages());
        }
        if (whole && !reachedKnown) {
            dropEarlierRuns();
        }
    }

    /**
     * Reads the newest answer and its prompt. If a server or a plugin wrote that prompt, only the whole run shows when
     * it began.
     */
    private SessionApi.Page fetchEnd(SessionApi.Page first) throws ServerTrouble {
        SessionApi.Page page = first;
        while (!reachedKnown && !hasAnsweredPrompt() && !page.next().isEmpty()) {
            page = earlier(page);
            addPage(page.messages());
        }
        String prompt = start.newest().map(AssistantMessage::prompt).orElse("");
        if (!prompt.isEmpty()) {
            addPrompt(prompt);
        }
        return page;
    }

    /** If the server refuses a page, the messages after the one that it cannot return are read one by one. */
    private SessionApi.Page earlier(SessionApi.Page page) throws ServerTrouble {
        try {
            return api.messages(read.session(), size, page.next());
        } catch (ServerTrouble trouble) {
            if (!trouble.isFinal() || size == FIRST_PAGE) {
                throw trouble;
            }
            size = FIRST_PAGE;
            return api.messages(read.session(), size, page.next());
        }
    }

    /**
     * Whether the newest answer has been read, and its prompt or at least the prompt's id. V2 does not report what an
     * answer belongs to.
     */
    private boolean hasAnsweredPrompt() {
        boolean prompted = messages.stream().anyMatch(RunReader::isPrompt);
        return start.newest()
                .filter(answer -> prompted || !answer.prompt().isEmpty())
                .isPresent();
    }

    /** Puts a page, which is oldest first, before the messages read so far. Stops at a known message. */
    private void addPage(List<JsonNode> page) {
        for (JsonNode message : page.reversed()) {
            if (reachedKnown || id(message).compareTo(read.knownTo()) <= 0) {
                reachedKnown = true;
                return;
            }
            messages.addFirst(message);
            start.add(MessageWire.facts(message));
        }
    }

    private boolean enough() {
        return reachedKnown || start.sure().isPresent();
    }

    private void dropEarlierRuns() {
        start.sure().ifPresent(first -> messages.removeIf(message -> id(message).compareTo(first) < 0));
    }

    /** Adds the prompt of the newest answer. It shows when the run began, and costs one small request. */
    private void addPrompt(String id) throws ServerTrouble {
        Optional<JsonNode> listed =
                messages.stream().filter(message -> id(message).equals(id)).findFirst();
        Optional<JsonNode> prompt = listed.isPresent() ? listed : message(id);
        whole = prompt.filter(found -> !isPrompt(found)).isPresent() && !reachedKnown;
        if (!whole && listed.isEmpty()) {
            prompt.ifPresent(messages::addFirst);
        }
    }

    private static boolean isPrompt(JsonNode message) {
        if (V2Messages.isAnswer(message)) {
            return false;
        }
        return switch (PromptKinds.of(message.path("parts"))) {
            case PROMPT, UNKNOWN -> true;
            default -> false;
        };
    }

    /** A prompt may have been removed while its answer stayed. That is no reason to doubt the session. */
    private Optional<JsonNode> message(String id) throws ServerTrouble {
        try {
            return Optional.of(api.message(read.session(), id));
        } catch (ServerTrouble trouble) {
            if (!trouble.notFound() && !trouble.isFinal()) {
                throw trouble;
            }
            refused |= trouble.isFinal();
            return Optional.empty();
        }
    }

    private List<Fact> facts() throws ServerTrouble {
        List<Fact> facts = new ArrayList<>();
        messages.forEach(message -> facts.addAll(MessageWire.facts(message)));
        api.queue(read.session()).ifPresent(facts::add);
        return List.copyOf(facts);
    }

    private static String id(JsonNode message) {
        return message.at("/info/id").asText();
    }
}

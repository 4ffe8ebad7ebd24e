package taskglass.task;

import java.util.ArrayList;
import java.util.List;
import taskglass.task.Listing.Reading;
import taskglass.task.Question.Read;

/** Answers one {@link Read} from a model session's messages, page by page, as RunReader does over the wire. */
final class ModelReader {
    private static final int LATER_PAGE = 10;

    private final ModelSession session;
    private final Read read;
    private final List<ModelMessage> found = new ArrayList<>();
    private boolean reachedKnown;

    ModelReader(ModelSession session, Read read) {
        this.session = session;
        this.read = read;
    }

    Reading reading() {
        if (session.deleted) {
            return new Reading(
                    session.key, List.of(), false, false, read.session().updated());
        }
        fetch();
        if (!read.wholeRun()) {
            addPromptOfFirst();
        } else if (!reachedKnown) {
            found.subList(0, beginning()).clear();
        }
        List<Fact> facts =
                found.stream().flatMap(message -> message.facts().stream()).toList();
        return new Reading(
                session.key, facts, true, read.wholeRun(), read.session().updated());
    }

    private void fetch() {
        List<ModelMessage> newestFirst = session.messages.reversed();
        int from = 0;
        int to = Math.min(1, newestFirst.size());
        while (from < to && !enough()) {
            take(newestFirst.subList(from, to));
            from = to;
            to = Math.min(from + LATER_PAGE, newestFirst.size());
        }
    }

    private void take(List<ModelMessage> page) {
        for (ModelMessage message : page) {
            if (reachedKnown || message.id.compareTo(read.knownTo()) <= 0) {
                reachedKnown = true;
                return;
            }
            found.addFirst(message);
        }
    }

    private boolean enough() {
        return reachedKnown
                || (read.wholeRun() ? beginning() > 0 : found.stream().anyMatch(message -> !message.user()));
    }

    private int beginning() {
        boolean answered = false;
        for (int i = found.size() - 1; i > 0; i--) {
            ModelMessage message = found.get(i);
            ModelMessage before = found.get(i - 1);
            if (message.user() && answered && !before.user() && !before.openAt(message)) {
                return i;
            }
            answered |= !message.user();
        }
        return 0;
    }

    private void addPromptOfFirst() {
        if (!found.isEmpty() && !found.getFirst().user()) {
            String prompt = found.getFirst().prompt;
            session.messages.stream().filter(m -> m.id.equals(prompt)).forEach(found::addFirst);
        }
    }
}

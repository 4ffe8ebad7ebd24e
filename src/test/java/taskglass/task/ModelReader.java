package taskglass.task;

import java.util.ArrayList;
import java.util.List;
import taskglass.task.run.Fact;
import taskglass.task.run.PromptKind;
import taskglass.task.run.RunStartFinder;
import taskglass.task.status.Listing.Reading;
import taskglass.task.status.ListingRequest.Read;

/** Answers one {@link Read} from a model session's messages, page by page, as RunReader does over the wire. */
final class ModelReader {
    private static final int LATER_PAGE = 10;

    private final ModelSession session;
    private final Read read;
    private final List<ModelMessage> found = new ArrayList<>();
    private final RunStartFinder start = new RunStartFinder("");
    private boolean whole;
    private boolean reachedKnown;

    ModelReader(ModelSession session, Read read) {
        this.session = session;
        this.read = read;
        this.whole = read.wholeRun();
    }

    Reading reading() {
        if (session.deleted) {
            return new Reading(
                    session.key, List.of(), false, false, read.session().updated());
        }
        fetch();
        if (whole && !reachedKnown) {
            start.sure().ifPresent(first -> found.removeIf(message -> message.id.compareTo(first) < 0));
        }
        List<Fact> facts =
                found.stream().flatMap(message -> message.facts().stream()).toList();
        return new Reading(session.key, facts, true, whole, read.session().updated());
    }

    private void fetch() {
        List<ModelMessage> newestFirst = session.messages.reversed();
        int from = 0;
        int to = Math.min(1, newestFirst.size());
        while (from < to && !enough()) {
            addPage(newestFirst.subList(from, to));
            from = to;
            to = Math.min(from + LATER_PAGE, newestFirst.size());
            addPromptOfEnd();
        }
    }

    private void addPage(List<ModelMessage> page) {
        for (ModelMessage message : page) {
            if (reachedKnown || message.id.compareTo(read.knownTo()) <= 0) {
                reachedKnown = true;
                return;
            }
            found.addFirst(message);
            start.add(message.facts());
        }
    }

    private boolean enough() {
        return reachedKnown
                || (whole ? start.sure().isPresent() : start.newest().isPresent());
    }

    /** Where another than a person wrote that, the whole run is read. */
    private void addPromptOfEnd() {
        if (whole || start.newest().isEmpty()) {
            return;
        }
        String prompt = start.newest().get().prompt();
        ModelMessage asked = session.messages.stream()
                .filter(message -> message.id.equals(prompt))
                .findFirst()
                .orElseThrow();
        whole = asked.kind != PromptKind.PROMPT && !reachedKnown;
        if (!whole && !found.contains(asked)) {
            found.addFirst(asked);
        }
    }
}

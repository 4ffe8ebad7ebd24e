package taskglass.ui.attention;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import taskglass.engine.Engine;
import taskglass.task.request.AnswerState;
import taskglass.task.request.Attention;
import taskglass.task.status.AgentTask;
import taskglass.text.AttentionText;
import taskglass.text.AttentionText.Sentence;
import taskglass.text.LastSeenText;
import taskglass.text.ServerNames;
import taskglass.text.TaskNames;
import taskglass.text.Texts;

/**
 * The text of the attention bar about a request.
 * @param sentence what the task wants, on one line
 * @param path the names of the task's ancestors, "" for a root
 * @param server the task's server, "" if there is only one
 * @param lastSeen when its server last confirmed it, if that server no longer answers
 */
record RequestHeadline(
        Attention request, String name, Sentence sentence, String path, String server, Optional<Instant> lastSeen) {

    static RequestHeadline of(Request request, Engine engine) {
        AgentTask task = request.task();
        return new RequestHeadline(
                request.attention(),
                TaskNames.of(task),
                AttentionText.sentence(request.attention()),
                path(task, engine),
                engine.servers().size() > 1 ? ServerNames.of(task.key().server()) : "",
                task.lastSeen());
    }

    private static String path(AgentTask task, Engine engine) {
        Deque<String> names = new ArrayDeque<>();
        Optional<AgentTask> above = engine.store().parent(task);
        while (above.isPresent()) {
            names.addFirst(TaskNames.of(above.get()));
            above = engine.store().parent(above.get());
        }
        return names.stream()
                .reduce((upper, lower) -> Texts.of("attention.path", upper, lower))
                .orElse("");
    }

    /** How long the request has been waiting, and where the task is. */
    String below(Instant now) {
        String under = path.isEmpty() ? "" : Texts.of("attention.under", path);
        return Stream.of(since(now), under, server)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    private String since(Instant now) {
        return lastSeen.map(at -> Texts.of("attention.gone", LastSeenText.of(at, now)))
                .orElseGet(() -> AttentionText.waiting(request, now));
    }

    /**
     * The second line: the state of an answer, otherwise how long the request has been waiting and where the task is.
     */
    String second(Instant now) {
        String standing = AttentionText.standing(request.answering());
        return standing.isEmpty() ? below(now) : standing;
    }

    boolean failed() {
        return !request.answering().underWay() && !(request.answering() instanceof AnswerState.Open);
    }

    /** All of it in one sentence, for screen readers. */
    String accessibleText(Instant now) {
        return (name + " " + sentence.whole() + ", " + below(now) + " " + AttentionText.standing(request.answering()))
                .strip();
    }
}

package taskglass.ui.attention;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import taskglass.engine.Engine;
import taskglass.task.AgentTask;
import taskglass.task.Answering;
import taskglass.task.Attention;
import taskglass.words.AttentionWords;
import taskglass.words.AttentionWords.Sentence;
import taskglass.words.ServerNames;
import taskglass.words.TaskNames;
import taskglass.words.Words;

/**
 * The text of the attention bar about a request.
 * @param sentence what the task wants, on one line
 * @param path the names of the task's ancestors, "" for a root
 * @param server the task's server, "" if there is only one
 */
record Headline(Attention request, String name, Sentence sentence, String path, String server) {

    static Headline of(Request request, Engine engine) {
        AgentTask task = request.task();
        return new Headline(
                request.attention(),
                TaskNames.of(task),
                AttentionWords.sentence(request.attention()),
                path(task, engine),
                engine.servers().size() > 1 ? ServerNames.of(task.key().server()) : "");
    }

    private static String path(AgentTask task, Engine engine) {
        Deque<String> names = new ArrayDeque<>();
        Optional<AgentTask> above = engine.book().parent(task);
        while (above.isPresent()) {
            names.addFirst(TaskNames.of(above.get()));
            above = engine.book().parent(above.get());
        }
        return names.stream()
                .reduce((upper, lower) -> Words.of("attention.path", upper, lower))
                .orElse("");
    }

    /** How long the request has been waiting, and where the task is. */
    String below(Instant now) {
        String under = path.isEmpty() ? "" : Words.of("attention.under", path);
        return Stream.of(AttentionWords.waiting(request, now), under, server)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    /**
     * The second line: the state of an answer, otherwise how long the request has been waiting and where the task is.
     */
    String second(Instant now) {
        String standing = AttentionWords.standing(request.answering());
        return standing.isEmpty() ? below(now) : standing;
    }

    boolean failed() {
        return !request.answering().underWay() && !(request.answering() instanceof Answering.Open);
    }

    /** All of it in one sentence, for screen readers. */
    String spoken(Instant now) {
        return (name + " " + sentence.whole() + ", " + below(now) + " " + AttentionWords.standing(request.answering()))
                .strip();
    }
}

package taskglass.task;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import taskglass.task.LossyStream.Weather;
import taskglass.task.ModelSession.ModelRun;
import taskglass.task.run.Run;
import taskglass.task.status.AgentTask;
import taskglass.task.store.Notice;

/** Compares what a book says at the end of a story, and what was told, with the server's truth: a sentence for each lie. */
final class Verdict {
    private final AnyStory story;
    private final List<String> wrong = new ArrayList<>();

    Verdict(AnyStory story) {
        this.story = story;
    }

    List<String> wrong() {
        story.server.sessions.stream().filter(ModelSession::created).forEach(this::compare);
        story.shown.forEach(this::compare);
        claim(story.store.tasks().stream().allMatch(this::endsAbove), "parents in a ring");
        story.server.sessions.forEach(session -> session.runs.forEach(run -> compareReported(session, run)));
        claim(!story.store.anyOpen(Story.SERVER), "something stays open");
        claim(!story.store.readingIsUrgent(Story.SERVER), "something stays to be read");
        return wrong;
    }

    /** A run is told of once. Its outcome is told again only if it was told as gone and came back, or the reverse. */
    private void compareReported(ModelSession session, ModelRun run) {
        List<AgentTask> told = story.shown.stream()
                .filter(notice -> story.runTold(notice).equals(Optional.of(run)))
                .map(Notice::task)
                .toList();
        long asThere = told.stream().filter(task -> !task.deleted()).count();
        claim(asThere <= 1 || lostInSilence(session, run), "told twice: " + story.runsTold());
        long statuses = told.stream().map(AgentTask::status).distinct().count();
        claim(statuses == told.size() || lostInSilence(session, run), "told as the same twice: " + story.runsTold());
    }

    private void claim(boolean holds, String otherwise) {
        if (!holds) {
            wrong.add(otherwise);
        }
    }

    private void compare(ModelSession session) {
        var task = story.store.find(session.key);
        if (session.deleted) {
            task.ifPresent(ghost -> compareGhost(session, ghost));
        } else if (task.isEmpty()) {
            claim(false, session.key.session() + " is missing");
        } else {
            compare(session, task.get());
        }
    }

    /** Without a stream, only those seen at work are asked after: of others the deletion shows at the next connect. */
    private void compareGhost(ModelSession session, AgentTask ghost) {
        boolean asked = story.stream.weather != Weather.SILENT
                || session.latest().filter(story.seenAtWork::contains).isPresent();
        claim(
                ghost.status().settled() || (!asked && !ghost.status().active()),
                session.key.session() + " haunts as " + ghost.status());
    }

    private void compare(ModelSession session, AgentTask task) {
        String id = session.key.session();
        TaskStatus truth = session.latest().map(run -> run.end).orElse(TaskStatus.IDLE);
        claim(task.status() == truth, id + " is " + task.status() + " for " + truth);
        claim(!task.activity().active(), id + " still does something");
        claim(task.name().equals(session.info().title()), id + " has the wrong title");
        session.latest().ifPresent(run -> compare(session, run, task));
    }

    private void compare(ModelSession session, ModelRun truth, AgentTask task) {
        String id = session.key.session();
        claim(task.run().isPresent(), id + " has no run");
        task.run().ifPresent(run -> {
            claim(run.tools().exact() || !task.ranHere(), id + " ran in our sight and its calls are not known");
            claim(
                    isRight(session, run),
                    id + " has " + calls(run) + " calls for "
                            + session.callsOfLastRun().size());
            claim(
                    !run.tools().exact()
                            || lostInSilence(session, session.runs.getLast())
                            || run.started().equals(truth.began),
                    id + " began at another time");
        });
        claim(!wasSeen(session, truth) || wasTold(session, truth), id + " was not told: " + story.runsTold());
    }

    private boolean endsAbove(AgentTask task) {
        Set<TaskKey> line = new HashSet<>();
        Optional<AgentTask> at = Optional.of(task);
        while (at.filter(one -> line.add(one.key())).isPresent()) {
            at = at.flatMap(story.store::parent);
        }
        return at.isEmpty();
    }

    private static String calls(Run run) {
        return (run.tools().exact() ? "" : "at least ") + run.tools().count();
    }

    /** A call of which every event was lost in silence is known to nobody who does not read the whole run again. */
    private boolean isRight(ModelSession session, Run run) {
        Set<String> truth = session.callsOfLastRun();
        Set<String> known = run.tools().calls().map(ToolCall::part).collect(Collectors.toSet());
        Set<String> sure = new HashSet<>(truth);
        if (story.stream.weather == Weather.LOSES) {
            sure.retainAll(story.stream.reported);
        }
        boolean demanded = run.tools().exact() && !lostInSilence(session, session.runs.getLast());
        return truth.containsAll(known) && (!demanded || known.containsAll(sure));
    }

    /**
     * A message of which every event was lost, with no break to show it, is known to nobody who does not read the whole
     * run again; and so it is not known that a prompt that came meanwhile joined the run, rather than began the next.
     */
    private boolean lostInSilence(ModelSession session, ModelRun run) {
        return story.stream.weather == Weather.LOSES
                && !session.messagesOf(run).stream().allMatch(message -> story.stream.reported.contains(message.id));
    }

    /** At work, or at its end, or in what the stream told. */
    private boolean wasSeen(ModelSession session, ModelRun run) {
        List<ModelMessage> answers = session.answersOfLastRun();
        return (story.seenAtWork.contains(run) && !wasOver(answers))
                || (!answers.isEmpty() && answers.getLast().closedAfter(story.opened))
                || answers.stream().anyMatch(message -> story.stream.reported.contains(message.id));
    }

    /**
     * Whether all of a run was done before the app began to watch. If its session was seen at work all the same, it was at
     * a person's command: a server calls it busy before it tells the command's message.
     */
    private boolean wasOver(List<ModelMessage> answers) {
        return !answers.isEmpty() && answers.getLast().closedBefore(story.opened);
    }

    /** By itself, or with one above it that was told when all below had settled. */
    private boolean wasTold(ModelSession session, ModelRun run) {
        return story.shown.stream().map(story::runTold).anyMatch(Optional.of(run)::equals)
                || above(session).stream()
                        .anyMatch(key -> story.shown.stream()
                                .anyMatch(notice -> notice.task().key().equals(key)));
    }

    /** All that it says are above it; of a ring, all. */
    private Set<TaskKey> above(ModelSession session) {
        Set<TaskKey> above = new HashSet<>();
        Optional<TaskKey> at = session.claimed;
        while (at.filter(above::add).isPresent()) {
            at = story.server.session(at.get()).claimed;
        }
        return above;
    }

    /** What was told is how that run ended, or that its session was deleted meanwhile. */
    private void compare(Notice notice) {
        TaskStatus status = notice.task().status();
        story.runTold(notice)
                .ifPresent(run -> claim(
                        run.end == status || notice.task().deleted(),
                        notice.task().key().session() + " was told as " + status + " for " + run.end));
    }
}

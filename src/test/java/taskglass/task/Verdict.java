package taskglass.task;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import taskglass.task.LossyStream.Weather;

/** Compares what a book says at the end of a story with the server's truth: a sentence for each lie. */
final class Verdict {
    /** Where a real stream's order and completeness are given, so that counts and notices can be right. */
    private static final Set<Weather> TRUSTED = EnumSet.of(Weather.FAIR, Weather.BREAKS, Weather.SILENT);

    /** Where no event was lost, or none was needed. */
    private static final Set<Weather> WHOLE = EnumSet.of(Weather.FAIR, Weather.SILENT);

    private final AnyStory story;
    private final List<String> wrong = new ArrayList<>();
    private final List<String> seldom = new ArrayList<>();

    Verdict(AnyStory story) {
        this.story = story;
    }

    List<String> wrong() {
        story.server.sessions.stream().filter(ModelSession::created).forEach(this::compare);
        notices();
        claim(!story.book.anyOpen(Story.SERVER), "something stays open");
        claim(!story.book.readingIsUrgent(Story.SERVER), "something stays to be read");
        return wrong;
    }

    /** Wrong counts, doubled notices, and wrong ends where events were missed: known to happen, in less than one story of a hundred. */
    List<String> seldom() {
        return seldom;
    }

    private void usually(boolean holds, String otherwise) {
        if (!holds && TRUSTED.contains(story.stream.weather)) {
            seldom.add(otherwise);
        }
    }

    /** Where events were missed, an error may rarely be taken for that of the next run, which stopped short. */
    private void end(boolean holds, String otherwise) {
        if (!holds) {
            (WHOLE.contains(story.stream.weather) ? wrong : seldom).add(otherwise);
        }
    }

    private void claim(boolean holds, String otherwise) {
        if (!holds) {
            wrong.add(otherwise);
        }
    }

    private void compare(ModelSession session) {
        var task = story.book.find(session.key);
        if (session.deleted) {
            task.filter(ghost -> story.stream.weather != Weather.SILENT)
                    .ifPresent(ghost ->
                            end(ghost.status().settled(), session.key.session() + " haunts as " + ghost.status()));
        } else if (task.isEmpty()) {
            claim(false, session.key.session() + " is missing");
        } else {
            compare(session, task.get());
        }
    }

    private void compare(ModelSession session, AgentTask task) {
        String id = session.key.session();
        TaskStatus truth = session.runs.isEmpty() ? TaskStatus.IDLE : session.runs.getLast().end;
        end(task.status() == truth, id + " is " + task.status() + " for " + truth);
        claim(!task.activity().active(), id + " still does something");
        claim(task.name().equals(session.info().title()), id + " has the wrong title");
        if (!session.runs.isEmpty()) {
            calls(session, task);
        }
    }

    private void calls(ModelSession session, AgentTask task) {
        String id = session.key.session();
        boolean exact = task.run().filter(run -> run.tools().exact()).isPresent();
        claim(exact || !task.ranHere(), id + " ran in our sight and its calls are not known");
        int count = task.run().map(run -> run.tools().count()).orElse(0);
        int truth = session.callsOfLastRun();
        usually(!exact || count == truth, id + " has " + count + " calls for " + truth);
    }

    private void notices() {
        usually(story.runsTold().size() == story.runsToldOnce().size(), "told twice: " + story.runsTold());
        story.seenActive.forEach((key, began) -> story.book
                .find(key)
                .ifPresent(task -> claim(
                        wasTold(story.server.session(key)), key.session() + " was not told: " + story.runsTold())));
    }

    /** With its root, if not by itself. */
    private boolean wasTold(ModelSession session) {
        return story.told.stream().anyMatch(notice -> notice.task().key().equals(session.key))
                || session.parent.filter(this::wasTold).isPresent();
    }
}

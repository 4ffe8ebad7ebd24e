package taskglass.engine.command;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import taskglass.task.Elapsed;
import taskglass.task.Outcome;
import taskglass.task.run.Run;
import taskglass.task.status.AgentTask;

/**
 * The text that a parent's agent reads when a child has settled: one sentence, the beginning of the result, the
 * session.
 */
final class ParentText {
    private ParentText() {}

    static String of(AgentTask task) {
        String result = task.run()
                .map(Run::text)
                .filter(text -> !text.isEmpty())
                .map(text -> "\n\n" + text)
                .orElse("");
        return sentence(task) + result + "\n\nSession: " + task.key().session();
    }

    private static String sentence(AgentTask task) {
        String duration = task.elapsed(Instant.MAX).map(Elapsed::text).orElse("0s");
        int calls = task.run().map(run -> run.tools().count()).orElse(0);
        Optional<Outcome> outcome = task.outcome();
        String why = outcome.map(known -> known.why().english())
                .filter(text -> !text.isEmpty())
                .map(text -> " " + text)
                .orElse("");
        String head = String.format(
                Locale.ROOT,
                "Background task \"%s\" %s %s with %d tool calls",
                task.name(),
                verb(outcome),
                duration,
                calls);
        return why.isEmpty() ? head + "." : head + ":" + why + (why.endsWith(".") ? "" : ".");
    }

    private static String verb(Optional<Outcome> outcome) {
        return switch (outcome.orElseGet(Outcome.Completed::new)) {
            case Outcome.Completed c -> "completed in";
            case Outcome.Failed f -> "failed after";
            case Outcome.Cancelled c -> "was cancelled after";
            case Outcome.Interrupted i -> "was interrupted after";
        };
    }
}

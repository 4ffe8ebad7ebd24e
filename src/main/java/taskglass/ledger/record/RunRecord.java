package taskglass.ledger.record;

import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import taskglass.task.Outcome;
import taskglass.task.Reason;
import taskglass.task.ToolCall;
import taskglass.task.Usage;
import taskglass.task.run.Run;
import taskglass.task.run.SessionInfo;
import taskglass.task.status.AgentTask;

/**
 * A settled run as the ledger keeps it.
 *
 * @param subagents what the latest runs of its subagents spent, beside its own
 * @param exact whether no call of its own can be missing
 * @param tools its own calls by tool
 */
public record RunRecord(
        RunId key, About about, Ending ending, Spent own, Spent subagents, boolean exact, Map<String, Calls> tools) {

    /** Whose run it is. {@code parent} is the parent session's id, "" for a root. */
    public record About(String parent, String title, String directory, String agent, String model) {}

    /**
     * When it began and ended, and how.
     *
     * @param reason the name of a {@link Reason.Code}
     * @param byYou whether a person asked for its end from Taskglass
     */
    public record Ending(Instant started, Instant ended, String outcome, String reason, String detail, boolean byYou) {
        /** Whether it was only concluded from the silence of its server, so that any other knowledge is better. */
        public boolean isGuess() {
            return read().map(Outcome::why).filter(Reason::isGuess).isPresent();
        }

        /** The outcome that was written down; empty for a word or reason of a newer Taskglass. */
        public Optional<Outcome> read() {
            Optional<Reason> why = Arrays.stream(Reason.Code.values())
                    .filter(code -> code.name().equals(reason))
                    .map(code -> new Reason(code, detail))
                    .findFirst();
            return why.flatMap(known -> switch (outcome) {
                case "completed" -> Optional.of(new Outcome.Completed());
                case "failed" -> Optional.of(new Outcome.Failed(known));
                case "cancelled" -> Optional.of(new Outcome.Cancelled(known));
                case "interrupted" -> Optional.of(new Outcome.Interrupted(known));
                default -> Optional.empty();
            });
        }
    }

    /** The same run with the end that was written before, if this one is only a guess. */
    public RunRecord after(RunRecord before) {
        return ending.isGuess() && !before.ending.isGuess()
                ? new RunRecord(key, about, before.ending, own, subagents, exact, tools)
                : this;
    }

    /** How many calls of one tool there were, and how many of them failed. */
    public record Calls(int all, int failed) {
        private static Calls of(ToolCall call) {
            return new Calls(call.calls(), call.state() == ToolCall.State.ERROR ? 1 : 0);
        }

        private Calls plus(Calls more) {
            return new Calls(all + more.all, failed + more.failed);
        }
    }

    /**
     * Returns the record of a task's latest run; empty while its beginning or its outcome is not known.
     *
     * @param server the server's identity
     * @param calls the calls of the run and those of its subagents together
     * @param usage what they spent together
     */
    public static Optional<RunRecord> of(AgentTask task, String server, int calls, Usage usage) {
        Spent tree = Spent.of(calls, usage);
        return task.run()
                .filter(run ->
                        !run.first().id().isEmpty() || task.history().coverage().whole())
                .flatMap(run -> task.outcome().map(outcome -> of(task, run, outcome, server, tree)));
    }

    private static RunRecord of(AgentTask task, Run run, Outcome outcome, String server, Spent tree) {
        SessionInfo session = task.session();
        Spent own = Spent.of(run.tools().count(), run.tools().spent());
        return new RunRecord(
                new RunId(server, task.key().session(), run.first().id()),
                new About(
                        session.parent().map(key -> key.session()).orElse(""),
                        task.name(),
                        session.directory(),
                        session.assignment().agent().orElse(""),
                        session.assignment()
                                .model()
                                .map(model -> model.toString())
                                .orElse("")),
                new Ending(
                        run.started(),
                        task.ended().orElse(run.started()),
                        word(outcome),
                        outcome.why().code().name(),
                        outcome.why().detail(),
                        task.cancel().wanted()),
                own,
                tree.minus(own),
                run.tools().exact(),
                tools(run));
    }

    /** The word for an outcome in the database and in JSON. */
    public static String word(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Completed c -> "completed";
            case Outcome.Failed f -> "failed";
            case Outcome.Cancelled c -> "cancelled";
            case Outcome.Interrupted i -> "interrupted";
        };
    }

    private static Map<String, Calls> tools(Run run) {
        Map<String, Calls> tools = new TreeMap<>();
        run.tools().calls().forEach(call -> tools.merge(call.tool(), Calls.of(call), Calls::plus));
        return tools;
    }
}

package taskglass.shell;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import taskglass.shell.output.CannotAnswer;
import taskglass.shell.output.ExitCode;
import taskglass.shell.output.FormAnswers;
import taskglass.shell.output.FormAnswers.Kind;
import taskglass.shell.output.FormAnswers.Typed;
import taskglass.shell.output.RequestLines;
import taskglass.shell.output.TerminalText;
import taskglass.task.TaskKey;
import taskglass.task.request.Answer;
import taskglass.task.request.AnswerState;
import taskglass.task.request.Attention;
import taskglass.task.request.RequestContent.Permission;
import taskglass.task.request.RequestContent.Questions;
import taskglass.task.status.AgentTask;
import taskglass.task.store.TaskStore;

/** Answers a request that a task waits for, or shows what waits. */
@Command(
        name = "answer",
        description = {
            "Answers the permission request or question that a task waits for.",
            "Without an answer, prints what the task asks, in full, with the numbers to choose by."
        },
        footer = {
            "",
            "Exit status: 0 answered (or shown), 1 the server refused or still asks, 2 the answer does not fit the",
            "request or several requests wait, 4 no server, 5 no such task, 6 nothing waits, or it was answered",
            "elsewhere."
        })
final class AnswerRequest extends ShellCommand {
    /** How long requests of a task at work may take to be listed, and an answer to show its effect. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final List<String> WAYS = List.of("once", "always", "reject", "dismiss");

    /** The answers that shell completion offers. */
    static final class Ways extends ArrayList<String> {
        private static final long serialVersionUID = 1L;

        Ways() {
            super(WAYS);
        }
    }

    private final List<Typed> typed = new ArrayList<>();

    @Parameters(index = "0", paramLabel = "ID", description = "A session id, or a unique prefix of one.")
    private String id;

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "ANSWER",
            completionCandidates = Ways.class,
            description = "For a permission: once, always or reject. For a question: dismiss leaves it unanswered.")
    private Optional<String> way = Optional.empty();

    @Option(
            names = "--message",
            paramLabel = "TEXT",
            description = "With reject: tells the agent why; it then goes on. Without it, the run ends.")
    private Optional<String> message = Optional.empty();

    @Option(
            names = "--request",
            paramLabel = "R",
            description = "The request to answer, by its id or a unique prefix of it, where several wait.")
    private Optional<String> request = Optional.empty();

    AnswerRequest(Shell shell) {
        super(shell);
    }

    @Option(
            names = "--field",
            paramLabel = "NAME",
            description = "The field, by name or number, that the answers after it are for, where a form has several.")
    void field(String[] values) {
        add(Kind.FIELD, values);
    }

    @Option(
            names = "--choose",
            paramLabel = "N",
            description = "Chooses an offered answer by number or label; several times where several may be chosen.")
    void choose(String[] values) {
        add(Kind.CHOICE, values);
    }

    @Option(names = "--text", paramLabel = "TEXT", description = "Answers with a text of your own.")
    void text(String[] values) {
        add(Kind.TEXT, values);
    }

    /** picocli passes all values of the option so far; the last one is new. */
    private void add(Kind kind, String[] values) {
        typed.add(new Typed(kind, values[values.length - 1]));
    }

    @Override
    void check() {
        checkIds(List.of(id));
        way.filter(word -> !WAYS.contains(word)).ifPresent(word -> {
            throw usage("Expected once, always, reject or dismiss, got “" + word + "”.");
        });
        if (way.isPresent() && !typed.isEmpty()) {
            throw usage(
                    "--field, --choose and --text answer a question; once, always, reject and dismiss stand alone.");
        }
        if (message.isPresent() && !way.equals(Optional.of("reject"))) {
            throw usage("--message goes with reject.");
        }
    }

    @Override
    public int run(ShellEngine shellEngine) {
        TaskKey key =
                new TaskIds(servers(shellEngine)).find(shellEngine, List.of(id)).getFirst();
        List<Attention> open = open(shellEngine, key);
        if (way.isEmpty() && typed.isEmpty()) {
            open.stream().filter(this::isMeant).map(RequestLines::of).forEach(lines -> lines.forEach(this::print));
            return ExitCode.OK;
        }
        Attention asked = one(open);
        Answer answer = answer(asked);
        if (!shellEngine.order(engine -> engine.answer(key, asked.id(), answer))) {
            throw new CannotAnswer(ExitCode.NOTHING_ASKED, "It was answered elsewhere just before.");
        }
        if (shellEngine
                .await(PATIENCE, engine -> done(engine.store(), key, asked.id()))
                .equals(Optional.of(false))) {
            throw new CannotAnswer(ExitCode.FAILED, "The server accepted the answer and still asks.");
        }
        print(word(answer) + "  " + key.session() + "  " + RequestLines.title(asked));
        return ExitCode.OK;
    }

    /** Waits for the requests of a task at work: they may be listed a moment after the task. */
    private List<Attention> open(ShellEngine shellEngine, TaskKey key) {
        return shellEngine
                .await(
                        PATIENCE,
                        engine -> engine.store()
                                .find(key)
                                .filter(task -> !task.attention().isEmpty()
                                        || !task.status().active())
                                .map(AgentTask::attention))
                .filter(waiting -> !waiting.isEmpty())
                .orElseThrow(() -> nothing(shellEngine, key));
    }

    private CannotAnswer nothing(ShellEngine shellEngine, TaskKey key) {
        String below = shellEngine.query(engine -> engine.store().children(key).stream()
                .filter(child -> !child.attention().isEmpty())
                .map(child -> " Below it, “" + TerminalText.plain(child.name()) + "” asks ("
                        + child.key().session() + ").")
                .collect(Collectors.joining()));
        return new CannotAnswer(
                ExitCode.NOTHING_ASKED,
                key.session() + " asks nothing now; what it asked may have been answered elsewhere." + below);
    }

    private boolean isMeant(Attention asked) {
        return request.filter(prefix -> !asked.id().startsWith(prefix)).isEmpty();
    }

    private Attention one(List<Attention> open) {
        List<Attention> meant = open.stream().filter(this::isMeant).toList();
        if (meant.isEmpty()) {
            throw new CannotAnswer(
                    ExitCode.NOTHING_ASKED,
                    "The request “" + request.orElseThrow() + "” does not wait any more. These do:" + listing(open));
        }
        if (meant.size() > 1) {
            throw new CannotAnswer(
                    ExitCode.USAGE, meant.size() + " requests wait. Name one with --request ID:" + listing(meant));
        }
        return meant.getFirst();
    }

    private static String listing(List<Attention> requests) {
        return requests.stream()
                .map(asked -> "\n  " + TerminalText.plain(asked.id()) + "  " + RequestLines.title(asked))
                .collect(Collectors.joining());
    }

    private Answer answer(Attention asked) {
        return switch (asked.asking()) {
            case Questions questions -> answer(questions);
            case Permission _ -> permission();
        };
    }

    private Answer answer(Questions questions) {
        if (way.isEmpty()) {
            return new Answer.Chosen(FormAnswers.of(questions, typed));
        }
        if (!way.equals(Optional.of("dismiss"))) {
            throw new CannotAnswer(
                    ExitCode.USAGE, "It asks a question. Answer it with --choose or --text, or with dismiss.");
        }
        return new Answer.Dismiss();
    }

    private Answer permission() {
        return switch (way.orElse("")) {
            case "once" -> new Answer.Once();
            case "always" -> new Answer.Always();
            case "reject" -> new Answer.Reject(message.orElse(""));
            default ->
                throw new CannotAnswer(
                        ExitCode.USAGE, "It asks for a permission. Answer it with once, always or reject.");
        };
    }

    /** Whether the request is gone; false if the server ignored the answer; empty while neither is known. */
    private static Optional<Boolean> done(TaskStore store, TaskKey key, String request) {
        Optional<Attention> left = store.find(key).stream()
                .flatMap(task -> task.attention().stream())
                .filter(asked -> asked.id().equals(request))
                .findFirst();
        if (left.isEmpty()) {
            return Optional.of(true);
        }
        return left.filter(asked -> asked.answering() instanceof AnswerState.Ignored)
                .map(asked -> false);
    }

    private static String word(Answer answer) {
        return switch (answer) {
            case Answer.Once() -> "allowed";
            case Answer.Always() -> "always allowed";
            case Answer.Reject(String _) -> "rejected";
            case Answer.Chosen(List<List<String>> _) -> "answered";
            case Answer.Dismiss() -> "dismissed";
        };
    }
}

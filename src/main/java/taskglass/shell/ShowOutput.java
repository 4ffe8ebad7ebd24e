package taskglass.shell;

import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import taskglass.engine.Engine;
import taskglass.engine.transcript.LiveTranscript;
import taskglass.shell.output.CannotAnswer;
import taskglass.shell.output.ExitCode;
import taskglass.shell.output.HealthNotes;
import taskglass.shell.output.RequestLines;
import taskglass.shell.output.RunText;
import taskglass.shell.output.TerminalText;
import taskglass.task.TaskKey;
import taskglass.task.TaskStatus;
import taskglass.task.request.Refusal;
import taskglass.task.run.Run;
import taskglass.task.status.AgentTask;
import taskglass.text.ReasonText;
import taskglass.text.RefusalText;

/** Prints what a task's newest run has written, and follows it on request. */
@Command(
        name = "output",
        description = {
            "Prints the text that the newest run of a task has written.",
            "Neither the model’s reasoning nor its tool calls are part of it."
        },
        footer = {
            "",
            "Exit status: 0, 1 the transcript cannot be read, 4 no server, 5 no such task; with --follow that of",
            "taskglass wait."
        })
final class ShowOutput extends ShellCommand {
    @Option(names = "--follow", description = "Go on printing until the task and all its subtasks have settled.")
    private boolean follow;

    @Parameters(paramLabel = "ID", description = "A session id, or a unique prefix of one.")
    private String id;

    private final HealthNotes notes = new HealthNotes();
    private String told = "";

    /** A piece of the text, and whether nothing more comes. */
    private record Piece(String text, boolean last) {}

    ShowOutput(Shell shell) {
        super(shell);
    }

    @Override
    void check() {
        checkIds(List.of(id));
    }

    @Override
    public int run(ShellEngine shellEngine) {
        TaskKey key =
                new TaskIds(servers(shellEngine)).find(shellEngine, List.of(id)).getFirst();
        new ReadingWait(shellEngine, shell().clock()).await(key);
        String prompt = shellEngine.query(engine -> engine.store()
                .find(key)
                .flatMap(AgentTask::run)
                .map(Run::first)
                .map(first -> first.id())
                .orElse(""));
        RunText text = new RunText(prompt);
        LiveTranscript transcript = read(shellEngine, key, prompt);
        if (follow) {
            follow(shellEngine, key, transcript, text);
            transcript = read(shellEngine, key, prompt); // what the stream may have lost
        }
        finish(shellEngine, transcript, text);
        shellEngine
                .query(engine -> engine.store().find(key))
                .filter(task -> task.status() == TaskStatus.FAILED)
                .map(ReasonText::of)
                .filter(reason -> !reason.isEmpty())
                .ifPresent(reason -> printNotice("It failed: " + TerminalText.plain(reason)));
        return follow ? exit(shellEngine, key) : ExitCode.OK;
    }

    /** Reads the transcript from the prompt on. */
    private LiveTranscript read(ShellEngine shellEngine, TaskKey key, String prompt) {
        LiveTranscript transcript = shellEngine
                .query(engine -> engine.liveTranscripts().follow(key, places -> shellEngine.wake()))
                .orElseThrow(() -> new CannotAnswer(ExitCode.NO_SERVER, key.session() + ": its server is gone."));
        shellEngine.query(engine -> {
            transcript.reach(prompt);
            return true;
        });
        Optional<Refusal> trouble = shellEngine.await(engine -> {
            boolean whole = prompt.isEmpty() || transcript.log().turn(prompt).isPresent() || !transcript.hasOlder();
            boolean ready = transcript.trouble().isPresent() || (transcript.read() && whole);
            return ready ? Optional.of(transcript.trouble()) : Optional.empty();
        });
        trouble.ifPresent(why -> {
            throw new CannotAnswer(ExitCode.FAILED, RefusalText.of(why));
        });
        return transcript;
    }

    private void follow(ShellEngine shellEngine, TaskKey key, LiveTranscript transcript, RunText text) {
        for (boolean over = false; !over; ) {
            Piece piece = shellEngine.await(engine -> {
                tellAside(engine, key);
                Piece next = new Piece(text.next(transcript.log(), false), isOver(engine, key));
                return next.last() || !next.text().isEmpty() ? Optional.of(next) : Optional.empty();
            });
            printPiece(piece.text());
            over = piece.last();
        }
    }

    private void finish(ShellEngine shellEngine, LiveTranscript transcript, RunText text) {
        printPiece(shellEngine.query(engine -> text.next(transcript.log(), true)));
        if (text.isEmpty()) {
            printNotice("The newest run has written nothing.");
        } else {
            print("");
        }
        if (text.cut() || shellEngine.query(engine -> transcript.log().full())) {
            printNotice("The text is longer than Taskglass keeps: a part of it is missing.");
        }
    }

    /** Reports that the server is away, or what the task asks, once each. */
    private void tellAside(Engine engine, TaskKey key) {
        notes.news(ShellEngine.health(engine)).forEach(this::printNotice);
        engine.store()
                .find(key)
                .filter(task -> task.status() == TaskStatus.NEEDS_YOU)
                .flatMap(task -> task.attention().stream().findFirst())
                .filter(asked -> !asked.id().equals(told))
                .ifPresent(asked -> {
                    told = asked.id();
                    printNotice("It needs you: it " + RequestLines.title(asked) + ". Answer with: taskglass answer "
                            + key.session());
                });
    }

    /** A task that was never prompted, or has gone, writes nothing more either. */
    private static boolean isOver(Engine engine, TaskKey key) {
        return engine.store()
                .find(key)
                .map(task -> task.status() == TaskStatus.IDLE
                        ? engine.store().isRead(task)
                        : SettlingWait.isOver(engine.store(), task))
                .orElse(true);
    }

    private static int exit(ShellEngine shellEngine, TaskKey key) {
        return shellEngine
                .query(engine -> engine.store().find(key))
                .map(SettlingWait::exit)
                .orElse(ExitCode.CANCELLED);
    }
}

package taskglass.engine.transcript;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import taskglass.engine.command.CommandFailed;
import taskglass.engine.command.CommandRunner;
import taskglass.engine.inbox.BatchedHandover;
import taskglass.opencode.events.TranscriptListener;
import taskglass.opencode.session.TranscriptReader;
import taskglass.task.TaskKey;
import taskglass.task.TodoItem;
import taskglass.task.request.Refusal;
import taskglass.task.transcript.FileChange;
import taskglass.task.transcript.Part.Place;
import taskglass.task.transcript.PartLog;
import taskglass.task.transcript.PartPage;
import taskglass.task.transcript.PartUpdate;

/**
 * The transcript of one task while the user views it: its newest messages, older ones on demand, and what the task
 * writes meanwhile. Used on the store's thread. Whatever arrives after it was closed is dropped.
 */
public final class LiveTranscript implements AutoCloseable {
    /** Messages per page: some hundred kilobytes, unless tools produced a lot of output. */
    private static final int PAGE = 20;

    private final TaskKey task;
    private final TranscriptReader reader;
    private final CommandRunner commands;
    private final Consumer<NavigableSet<Place>> listener;
    private final PartLog log = new PartLog();
    private final BatchedHandover<PartUpdate> updates;
    private final TranscriptListener events;
    private String before = "";
    private String wantedMessage = "";
    private boolean read;
    private boolean reading;
    private boolean again;
    private boolean closed;
    private Optional<Refusal> trouble = Optional.empty();
    private List<TodoItem> todos = List.of();
    private int filesChanged;

    LiveTranscript(
            TaskKey task,
            TranscriptReader reader,
            CommandRunner commands,
            Executor owner,
            Consumer<NavigableSet<Place>> listener) {
        this.task = task;
        this.reader = reader;
        this.commands = commands;
        this.listener = listener;
        this.updates = new BatchedHandover<>(owner, this::apply);
        this.events = new TranscriptListener(task.session(), updates::post);
    }

    public TaskKey task() {
        return task;
    }

    public PartLog log() {
        return log;
    }

    /** Whether the newest messages have been read. */
    public boolean read() {
        return read;
    }

    /** Why the transcript could not be read, until it can. */
    public Optional<Refusal> trouble() {
        return trouble;
    }

    /** Whether there are messages before the oldest known one, and space for them. */
    public boolean hasOlder() {
        return !before.isEmpty() && !log.full();
    }

    public List<TodoItem> todos() {
        return todos;
    }

    /** A counter that grows whenever the server reports that the files changed by the run are no longer the same. */
    public int filesChanged() {
        return filesChanged;
    }

    /** Reads the page before the oldest known message, if there is one and nothing is being read. */
    public void older() {
        if (hasOlder() && !reading) {
            String from = before;
            read(() -> reader.page(PAGE, from), this::older);
        }
    }

    /** Reads older pages until that message is found or there is no space for more. */
    public void reach(String message) {
        wantedMessage = message;
        continueReading();
    }

    /** Returns what the answers to these prompts changed, file by file. */
    public CompletionStage<List<FileChange>> changes(List<String> prompts) {
        CompletableFuture<List<FileChange>> answer = new CompletableFuture<>();
        commands.run(task.server(), () -> {
                    List<FileChange> all = new ArrayList<>();
                    for (String prompt : prompts) {
                        all.addAll(reader.changes(prompt));
                    }
                    return all;
                })
                .whenComplete((changes, failure) -> {
                    if (!closed) {
                        var _ = failure == null ? answer.complete(changes) : answer.completeExceptionally(failure);
                    }
                });
        return answer;
    }

    /** Reads the newest messages again. */
    public void refresh() {
        again = reading;
        if (!reading) {
            read(() -> new Newest(reader.page(PAGE, ""), reader.todos()), this::newest);
        }
    }

    private record Newest(PartPage page, List<TodoItem> todos) {}

    TranscriptListener newListener() {
        return events;
    }

    /** The stream has stopped: what is written from now on is not received. */
    void interrupted() {
        notifyListeners(log.interrupted());
    }

    private <T> void read(Callable<T> request, Consumer<T> landed) {
        reading = true;
        commands.run(task.server(), request).whenComplete((answer, failure) -> {
            if (!closed) {
                reading = false;
                trouble = Optional.ofNullable(failure).map(CommandFailed::reason);
                if (failure == null) {
                    landed.accept(answer);
                    continueReading();
                } else {
                    notifyListeners(new TreeSet<>());
                }
            }
        });
    }

    private void newest(Newest newest) {
        boolean gap = read && newest.page.updates().stream().noneMatch(this::isKnown);
        NavigableSet<Place> touched = gap ? log.clear() : new TreeSet<>();
        if (gap || !read) {
            before = newest.page.before();
        }
        touched.addAll(log.apply(newest.page.updates()));
        todos = newest.todos;
        read = true;
        filesChanged++;
        notifyListeners(touched);
    }

    /** Whether a page connects to what was read before. After a long outage there may be a gap between them. */
    private boolean isKnown(PartUpdate update) {
        return update instanceof PartUpdate.Turned(var turn)
                && log.turn(turn.id()).isPresent();
    }

    private void older(PartPage page) {
        before = page.before();
        notifyListeners(log.apply(page.updates()));
    }

    private void continueReading() {
        if (again) {
            again = false;
            refresh();
        } else if (!wantedMessage.isEmpty() && log.turn(wantedMessage).isEmpty()) {
            older();
        }
    }

    private void apply(List<PartUpdate> batch) {
        if (closed) {
            return;
        }
        for (PartUpdate update : batch) {
            switch (update) {
                case PartUpdate.Planned(List<TodoItem> now) -> todos = now;
                case PartUpdate.FilesChanged _ -> filesChanged++;
                default -> {}
            }
        }
        notifyListeners(log.apply(joined(batch)));
    }

    /** Joins consecutive pieces of the same text into one, because a long text is copied for each piece. */
    private static List<PartUpdate> joined(List<PartUpdate> batch) {
        List<PartUpdate> joined = new ArrayList<>();
        for (PartUpdate update : batch) {
            if (update instanceof PartUpdate.Grew(Place place, String piece)
                    && !joined.isEmpty()
                    && joined.getLast() instanceof PartUpdate.Grew(Place last, String start)
                    && last.equals(place)) {
                joined.set(joined.size() - 1, new PartUpdate.Grew(place, start + piece));
            } else {
                joined.add(update);
            }
        }
        return joined;
    }

    private void notifyListeners(NavigableSet<Place> touched) {
        listener.accept(touched);
    }

    @Override
    public void close() {
        closed = true;
    }
}

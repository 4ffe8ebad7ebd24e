package taskglass.ui.detail;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Parent;
import taskglass.task.Assignment;
import taskglass.task.BookDiff;
import taskglass.task.Change;
import taskglass.task.Clip;
import taskglass.task.Part;
import taskglass.task.PartLog;
import taskglass.task.PartNews;
import taskglass.task.ServerId;
import taskglass.task.SessionInfo;
import taskglass.task.SessionInfo.Times;
import taskglass.task.TaskBook;
import taskglass.task.TaskKey;
import taskglass.task.ToolCall;
import taskglass.task.Turn;

/** Made-up tasks and their details, for a rehearsal: nobody sees them. */
public final class Specimen {
    private static final ServerId NOWHERE = new ServerId("http://localhost");
    private static final String MESSAGE = "msg_1";

    private Specimen() {}

    /** Puts so many tasks into a book. */
    public static BookDiff tasks(TaskBook book, int count) {
        Assignment agent = new Assignment(Optional.of("build"), Optional.empty());
        Times times = new Times(Instant.EPOCH, Instant.EPOCH);
        List<SessionInfo> sessions = IntStream.range(0, count)
                .mapToObj(i -> new SessionInfo(key(i), "A task", Optional.empty(), "/", agent, times))
                .toList();
        return book.apply(List.of(new Change.Found(NOWHERE, sessions)));
    }

    /** What the details of a task consist of, each made when it is asked for. */
    public static List<Supplier<Parent>> details() {
        return List.of(Specimen::facts, Specimen::output, Specimen::tabs);
    }

    private static Parent facts() {
        TaskBook book = new TaskBook(Clock.systemUTC());
        tasks(book, 1);
        Facts facts = new Facts(book, key -> {});
        book.find(key(0)).ifPresent(task -> facts.show(task, Instant.EPOCH, 0));
        return facts.root();
    }

    private static Parent output() {
        PartLog log = new PartLog();
        Optional<Instant> then = Optional.of(Instant.EPOCH);
        Part.Span span = new Part.Span(then, then);
        log.apply(List.of(
                new PartNews.Turned(new Turn(MESSAGE, false, Instant.EPOCH, then, Optional.empty(), 0)),
                new PartNews.Told(new Part.Call(place(1), "bash", ToolCall.State.COMPLETED, span, Part.Content.NONE)),
                new PartNews.Told(new Part.Text(place(2), true, Clip.of("A thought"), span, true)),
                new PartNews.Told(new Part.Text(place(3), false, Clip.of("# A\n\n- *text*\n\n`code`"), span, true))));
        OutputView output = new OutputView(() -> {}, link -> {});
        output.show(Optional.of(log));
        return output.root();
    }

    private static Parent tabs() {
        return new DetailTabs(new ReadOnlyObjectWrapper<>(Instant.EPOCH), link -> {}).root();
    }

    private static TaskKey key(int number) {
        return new TaskKey(NOWHERE, "ses_" + number);
    }

    private static Part.Place place(int number) {
        return new Part.Place(MESSAGE, "prt_" + number);
    }
}

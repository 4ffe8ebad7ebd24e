package taskglass.ui.detail;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Parent;
import javafx.scene.layout.VBox;
import taskglass.task.Assignment;
import taskglass.task.ServerId;
import taskglass.task.TaskKey;
import taskglass.task.ToolCall;
import taskglass.task.run.SessionInfo;
import taskglass.task.run.SessionInfo.Times;
import taskglass.task.store.Change;
import taskglass.task.store.TaskStore;
import taskglass.task.transcript.ClippedText;
import taskglass.task.transcript.Part;
import taskglass.task.transcript.PartLog;
import taskglass.task.transcript.PartUpdate;
import taskglass.task.transcript.Turn;
import taskglass.ui.detail.output.OutputView;

/** A made-up task and its details for a rehearsal. It is never visible. */
public final class SampleDetails {
    private static final ServerId NOWHERE = new ServerId("http://localhost");
    private static final String MESSAGE = "msg_1";

    private SampleDetails() {}

    /** The parts of a task's details, each created on demand. */
    public static List<Supplier<Parent>> details() {
        return List.of(SampleDetails::facts, SampleDetails::output, SampleDetails::tabs);
    }

    private static Parent facts() {
        TaskStore store = new TaskStore(Clock.systemUTC());
        TaskKey key = new TaskKey(NOWHERE, "ses_1");
        Assignment agent = new Assignment(Optional.of("build"), Optional.empty());
        Times times = new Times(Instant.EPOCH, Instant.EPOCH);
        SessionInfo session = new SessionInfo(key, "A task", Optional.empty(), "/", agent, times);
        store.apply(List.of(new Change.Found(NOWHERE, List.of(session))));
        TaskFacts taskFacts = new TaskFacts(store, link -> {});
        store.find(key).ifPresent(task -> taskFacts.show(task, Instant.EPOCH, 0));
        return taskFacts.root();
    }

    private static Parent output() {
        PartLog log = new PartLog();
        Optional<Instant> then = Optional.of(Instant.EPOCH);
        Part.Span span = new Part.Span(then, then);
        log.apply(List.of(
                new PartUpdate.Turned(new Turn(MESSAGE, false, Instant.EPOCH, then, Optional.empty(), 0)),
                new PartUpdate.Changed(
                        new Part.Call(place(1), "bash", ToolCall.State.COMPLETED, span, Part.Content.NONE)),
                new PartUpdate.Changed(new Part.Text(place(2), true, ClippedText.of("A thought"), span, true)),
                new PartUpdate.Changed(
                        new Part.Text(place(3), false, ClippedText.of("# A\n\n- *text*\n\n`code`"), span, true))));
        OutputView output = new OutputView(() -> {}, link -> {});
        output.show(Optional.of(log));
        return output.root();
    }

    private static Parent tabs() {
        return new DetailTabs(new ReadOnlyObjectWrapper<>(Instant.EPOCH), link -> {}, task -> List.of(), new VBox())
                .root();
    }

    private static Part.Place place(int number) {
        return new Part.Place(MESSAGE, "prt_" + number);
    }
}

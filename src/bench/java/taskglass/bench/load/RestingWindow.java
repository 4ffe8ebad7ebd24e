package taskglass.bench.load;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextField;
import javafx.scene.control.TreeTableView;
import taskglass.desktop.Rendering;
import taskglass.task.TaskStatus;
import taskglass.task.request.Answer;
import taskglass.task.request.Attention;
import taskglass.task.status.AgentTask;

/**
 * Measures the window at rest in each state in which users leave it, over the demo with a stopped clock. Prints the
 * figures as JSON.
 */
final class RestingWindow {
    private static final Duration REST = Duration.ofSeconds(20);

    /** A caret blinks for ten seconds. */
    private static final Duration CALM = Duration.ofSeconds(12);

    private static final double WIDTH = 1280;
    private static final List<String> TABS = List.of("output", "timeline", "todos", "changes", "prompt");

    private final Frames frames;
    private final BenchWindow window;
    private final ObjectNode figures = new ObjectMapper().createObjectNode();

    private RestingWindow(Frames frames, BenchWindow window) {
        this.frames = frames;
        this.window = window;
    }

    /** Arguments: seconds to warm up. */
    public static void main(String[] words) throws Exception {
        Rendering.choose(System.getProperty("os.name"), Path.of("/dev"));
        try (Generator still = new Generator("taskglass.demo.StillServer")) {
            Frames frames = Frames.install(new Frames());
            BenchWindow window = BenchWindow.open(still.url(), Generator.PASSWORD);
            window.awaitTasks(1);
            Thread.sleep(Duration.ofSeconds(Long.parseLong(words[0])));
            RestingWindow resting = new RestingWindow(frames, window);
            run(resting::widen);
            resting.withRequests();
            resting.withoutRequests();
            System.out.println(resting.figures);
        }
        System.exit(0);
    }

    /** Makes the window wide enough for the details pane beside the table. */
    private boolean widen() {
        window.scene().getWindow().setWidth(WIDTH);
        return true;
    }

    private void withRequests() throws Exception {
        measure("the attention bar shows");
        run(() -> press("#attention-show"));
        measure("the attention bar is unfolded");
        run(() -> press("#attention-show"));
        run(this::answerAll);
    }

    private void withoutRequests() throws Exception {
        measure("nothing selected");
        run(() -> select(TaskStatus.COMPLETED));
        measure("a settled row selected");
        run(() -> select(TaskStatus.RUNNING));
        for (String tab : TABS) {
            run(() -> open(tab));
            measure("a running row selected, " + tab);
        }
        run(() -> open(TABS.getFirst()));
        run(() -> press("#theme"));
        measure("the same in the other theme, output");
        run(() -> type("agent:build"));
        measure("a filter typed");
    }

    private void measure(String state) throws Exception {
        Thread.sleep(CALM);
        frames.taken();
        double cpu = Footprint.cpu(REST);
        figures.putObject(state)
                .put("cpu %", cpu)
                .put("pulses/s", frames.taken().count() / (double) REST.toSeconds());
    }

    private boolean answerAll() {
        for (AgentTask task : List.copyOf(window.book().tasks())) {
            for (Attention request : task.attention()) {
                boolean question = request.kind() == Attention.Kind.QUESTION;
                Answer answer = question ? new Answer.Dismiss() : new Answer.Reject("");
                window.answer(task.key(), request.id(), answer);
            }
        }
        return true;
    }

    /** Selects a task by its name, which the filter finds. */
    private boolean select(TaskStatus status) {
        String name = window.book().tasks().stream()
                .filter(task -> task.status() == status)
                .map(AgentTask::name)
                .findFirst()
                .orElseThrow();
        type(name);
        ((TreeTableView<?>) node("#tasks")).getSelectionModel().clearAndSelect(0);
        ((TextField) node("#filter")).clear();
        node("#tasks").requestFocus();
        return true;
    }

    private boolean type(String words) {
        node("#filter").requestFocus();
        ((TextField) node("#filter")).setText(words);
        return true;
    }

    private boolean open(String tab) {
        TabPane tabs = (TabPane) node("#detail-tabs");
        tabs.getTabs().stream()
                .filter(there -> there.getId().equals(tab + "-tab"))
                .findFirst()
                .ifPresent(tabs.getSelectionModel()::select);
        return true;
    }

    private boolean press(String button) {
        ((Button) node(button)).fire();
        return true;
    }

    private Node node(String selector) {
        return window.scene().lookup(selector);
    }

    /** Runs a step, and lets the window settle. */
    private static void run(Callable<Boolean> step) throws Exception {
        BenchWindow.ask(step);
        Thread.sleep(Duration.ofSeconds(2));
    }
}

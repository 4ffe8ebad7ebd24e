package taskglass.ui.attention;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.ApplicationTest;
import taskglass.engine.Engine;
import taskglass.lab.FxThread;
import taskglass.opencode.local.LocalOpenCode;
import taskglass.opencode.local.OpenCodeInstall;
import taskglass.settings.Settings;
import taskglass.settings.SettingsFile;
import taskglass.task.Assignment;
import taskglass.task.request.AnswerState;
import taskglass.task.request.Attention;
import taskglass.task.request.RequestContent;
import taskglass.task.run.Fact;
import taskglass.task.run.SessionInfo;
import taskglass.task.store.Change;
import taskglass.ui.Sample;
import taskglass.ui.frame.Theme;
import taskglass.ui.window.DesktopAccess;

/** What is to be allowed can be read, all of it, before it is allowed. */
class ReadableRequestTest extends ApplicationTest {
    private static final String SESSION = "ses_1";
    /** Of a command that servers tell, so much stands in one line, and all of it beside that. */
    private static final int KEPT = 500;

    private static final String END = "; rm -rf ~/work";

    /** 160 words, with what matters at the end. */
    private static final String LONG =
            IntStream.range(0, 160).mapToObj(i -> "word" + i).collect(Collectors.joining(" ", "echo ", END));

    private Stage stage;
    private Engine engine;
    private AttentionBar bar;

    @Override
    public void start(Stage primary) {
        stage = primary;
        LocalOpenCode none = new LocalOpenCode(new OpenCodeInstall(Map.of(), Path.of("/nowhere"), false), Map.of());
        engine = new Engine(Clock.fixed(Sample.NOON, ZoneOffset.UTC), FxThread.executor(), none);
        bar = new AttentionBar(engine, new SimpleObjectProperty<>(Sample.NOON), task -> {}, () -> {});
        BorderPane window = new BorderPane();
        window.setTop(bar.root());
        Scene scene = new Scene(window, 960, 900);
        new Theme(new DesktopAccess().dark(), Settings.of(SettingsFile.none(), Runnable::run)).style(scene);
        stage.setScene(scene);
        stage.sizeToScene(); // the stage is shared by all classes: another one may have given it a size
        stage.setX(10);
        stage.setY(10);
        stage.show();
    }

    @AfterEach
    void close() {
        interact(engine::close);
    }

    @Test
    void theLineShowsTheBeginningAndTheEndOfALongCommand() {
        ask(LONG);
        assertThat(painted("#attention-subject")).startsWith("echo word0").endsWith(END);
    }

    @Test
    void theButtonSaysHowMuchThereIsToRead() {
        ask(LONG);
        FxThread.until(
                "it says so",
                () -> button("#attention-show").getText().equals("Show all %,d characters".formatted(LONG.length())));
    }

    @Test
    void theButtonOfACommandThatIsAllThereSaysNoNumber() {
        ask("ls -l");
        assertThat(FxThread.ask(() -> button("#attention-show").getText())).isEqualTo("Show all");
    }

    @Test
    void breaksAreNotPaintedAsBlanks() {
        ask("ls" + "\n".repeat(60) + "rm -rf /");
        assertThat(painted("#attention-subject")).isEqualTo("ls⏎×60 rm -rf /");
    }

    @Test
    void whatFitsAboveTheAnswersIsNotCutBesideThemAndTheWayToTheNext() {
        interact(() -> stage.setWidth(960));
        ask("per_1", "ls -l");
        ask("per_2", "ls -l");
        FxThread.until(
                "it is laid out", () -> node("#attention-name").getScene().getWidth() > 900);
        strip(() -> {});
        assertThat(painted("#attention-name") + " " + painted("#attention-subject"))
                .isEqualTo("Rename-all-the-columns of the report ls -l");
    }

    @Test
    void fifteenCharactersOfTheNameAreLeftInANarrowWindow() {
        interact(() -> stage.setWidth(660));
        ask(LONG);
        FxThread.until(
                "it is laid out", () -> node("#attention-name").getScene().getWidth() < 700);
        assertThat(painted("#attention-name")).startsWith("Rename-all-the-");
    }

    @Test
    void allOfALongCommandIsInViewWhenItIsUnfolded() {
        ask(LONG);
        unfold();
        assertThat(shownOf(".attention-text .code")).isEqualTo(1);
        assertThat(FxThread.ask(() -> ((Label) node(".attention-text .code")).isTextTruncated()))
                .isFalse();
    }

    @Test
    void whatIsUnfoldedTakesAThirdOfTheWindowAtMost() {
        ask(LONG.repeat(20));
        unfold();
        double height =
                FxThread.ask(() -> node(".attention-text").getLayoutBounds().getHeight());
        assertThat(height).isEqualTo(Math.floor(stage.getScene().getHeight() / 3));
    }

    @Test
    void whatAlwaysWouldAllowIsAllInView() {
        ask(LONG);
        strip(() -> bar.open(ExpandedPanel.Kind.ALWAYS));
        assertThat(shownOf(".attention-patterns")).isEqualTo(1);
        assertThat(painted(".attention-patterns .attention-subject")).contains("rm -rf");
    }

    @Test
    void theKeyThatAllowsShowsFirstWhatIsHidden() {
        ask(LONG);
        FxThread.until("it can be answered", () -> bar.answerable().isPresent());
        interact(() -> bar.focus());
        push(KeyCode.DIGIT1);
        FxThread.until("it is unfolded", () -> node(".attention-text") != null);
        assertThat(FxThread.ask(() -> bar.answerable().orElseThrow().attention().answering()))
                .isInstanceOf(AnswerState.Open.class);
    }

    @Test
    void onceItIsShownTheKeyAllows() {
        ask(LONG);
        FxThread.until("it can be answered", () -> bar.answerable().isPresent());
        assertThat(FxThread.ask(() -> bar.hides())).isTrue();
        unfold();
        assertThat(FxThread.ask(() -> bar.hides())).isFalse();
    }

    private void ask(String command) {
        ask("per_1", command);
    }

    private void ask(String id, String command) {
        Attention request = new Attention(
                id,
                Attention.Kind.PERMISSION,
                "bash",
                command.length() > KEPT ? command.substring(0, KEPT) + "…" : command,
                new RequestContent.Permission(
                        command, RequestContent.Diff.NONE, new RequestContent.Always(List.of(command), false)));
        strip(() -> {
            SessionInfo session = new SessionInfo(
                    Sample.key(SESSION),
                    "Rename-all-the-columns of the report",
                    Optional.empty(),
                    "/srv",
                    Assignment.UNKNOWN,
                    new SessionInfo.Times(Sample.NOON, Sample.NOON));
            List<Change> changes = List.of(
                    new Change.Heard(session.key(), Sample.NOON, new Fact.Session(session)),
                    new Change.Heard(session.key(), Sample.NOON, new Fact.Asked(request)));
            bar.apply(engine.store().apply(changes));
        });
    }

    private void unfold() {
        strip(bar::unfold);
    }

    /** Does that, and lays the window out. */
    private void strip(Runnable change) {
        FxThread.ask(() -> {
            change.run();
            stage.getScene().snapshot(null);
            stage.getScene().snapshot(null); // what it lays out may ask for more
            return true;
        });
    }

    private Node node(String selector) {
        return stage.getScene().lookup(selector);
    }

    private Button button(String selector) {
        return (Button) node(selector);
    }

    /** The words that are there to be seen, cut as they are. */
    private String painted(String selector) {
        return FxThread.ask(() -> ((Text) node(selector).lookup(".text")).getText());
    }

    /** How much of it is in view in its box, 1 for all. */
    private double shownOf(String selector) {
        return FxThread.ask(() -> {
            ScrollPane box = (ScrollPane) node(".attention-text");
            Bounds content = node(selector).getLayoutBounds();
            return Math.min(1, box.getViewportBounds().getHeight() / content.getHeight());
        });
    }
}

package taskglass.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.MenuButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;
import org.kordamp.ikonli.javafx.FontIcon;
import taskglass.lab.FxThread;
import taskglass.settings.Settings;
import taskglass.settings.SettingsFile;
import taskglass.ui.Sample;
import taskglass.ui.filter.FilterBar;
import taskglass.ui.frame.Theme;

/** The filter in toolbars of all widths, also wider than any screen of a test. */
class FilterLayoutTest {
    /** The width of the buttons that keep theirs. */
    private static final double BUTTONS = 320;

    private FilterBar filter;
    private VBox top;
    private HBox below;
    private MenuButton group;

    @BeforeEach
    void build() {
        FxThread.ask(() -> {
            Settings settings = Settings.of(SettingsFile.none(), Runnable::run);
            filter = new FilterBar(new Sample().store, settings, now -> {});
            HBox place = new HBox();
            place.getStyleClass().add("filter-place");
            Region between = new Region();
            HBox.setHgrow(between, Priority.ALWAYS);
            Button others = new Button("Launch");
            others.setMinWidth(BUTTONS);
            others.setPrefWidth(BUTTONS);
            group = new MenuButton("Group: parent", new FontIcon(BootstrapIcons.DIAGRAM_3));
            HBox bar = new HBox(place, between, group, others);
            bar.getStyleClass().add("bar");
            below = new HBox();
            below.getStyleClass().addAll("bar", "second-bar");
            top = new VBox(bar, below);
            Scene scene = new Scene(top);
            new Theme(new DesktopAccess().dark(), settings).style(scene);
            scene.snapshot(null);
            new FilterLayout(filter, place, below, group);
            return true;
        });
    }

    @ParameterizedTest
    @ValueSource(doubles = {640, 740, 900, 1280, 1600, 1920, 3840})
    void noPartIsCutNorReachesBeyondTheWindow(double width) {
        layOut(width);
        Region segments = (Region) filter.segments();
        assertThat(right(segments)).isLessThanOrEqualTo(width - 12);
        assertThat(segments.getWidth()).isGreaterThanOrEqualTo(FxThread.ask(() -> segments.prefWidth(-1)));
        assertThat(filter.field().getWidth()).isGreaterThanOrEqualTo(160);
        assertThat(right(filter.field())).isLessThan(left(group));
    }

    @Test
    void groupingLosesItsWordsBeforeTheFieldIsTooNarrowForWhatIsTyped() {
        layOut(1280);
        assertThat(group.getContentDisplay()).isEqualTo(ContentDisplay.TEXT_ONLY);
        type("agent:build status:running records");
        layOut(1280);
        assertThat(group.getContentDisplay()).isEqualTo(ContentDisplay.GRAPHIC_ONLY);
        assertThat(filter.field().getWidth())
                .isEqualTo(Math.ceil(filter.fieldWidth().get()));
        type("");
        layOut(1280);
        assertThat(group.getContentDisplay()).isEqualTo(ContentDisplay.TEXT_ONLY);
    }

    @Test
    void theSegmentsStandBesideTheFieldWhereThereIsRoom() {
        layOut(1280);
        assertThat(below.isVisible()).isFalse();
        layOut(900);
        assertThat(below.isVisible()).isTrue();
    }

    @Test
    void theFieldIsAsWideAsWhatIsTypedWhereThereIsRoom() {
        layOut(1920);
        double empty = filter.field().getWidth();
        type("agent:build project:taskglass status:running");
        layOut(1920);
        double typed = filter.field().getWidth();
        assertThat(typed)
                .isGreaterThan(empty + 100)
                .isEqualTo(Math.ceil(filter.fieldWidth().get()));
        layOut(1280);
        assertThat(filter.field().getWidth()).isLessThan(typed);
        assertThat(right((Region) filter.segments())).isLessThan(left(group));
        type("");
        layOut(1920);
        assertThat(filter.field().getWidth()).isEqualTo(empty);
    }

    private void type(String text) {
        FxThread.ask(() -> {
            filter.type(text);
            return true;
        });
    }

    private void layOut(double width) {
        FxThread.ask(() -> {
            top.applyCss();
            for (int i = 0; i < 3; i++) { // what is measured after the first may move the segments
                top.resize(width, 200);
                top.layout();
            }
            return true;
        });
    }

    private static double left(Node node) {
        return FxThread.ask(() -> node.localToScene(node.getBoundsInLocal()).getMinX());
    }

    private static double right(Node node) {
        return FxThread.ask(() -> node.localToScene(node.getBoundsInLocal()).getMaxX());
    }
}

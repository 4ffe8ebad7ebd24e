package taskglass.ui.detail;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;
import org.kordamp.ikonli.javafx.FontIcon;
import taskglass.engine.transcript.LiveTranscript;
import taskglass.task.status.AgentTask;
import taskglass.text.Texts;

/** The row of buttons in the details pane: a place for buttons that other classes add, and the open and copy actions. */
final class DetailActions {
    private final HBox place = new HBox();
    private final MenuItem result = item("detail.copy.result", "copy-result", this::result);
    private final MenuButton copy = new MenuButton("", new FontIcon(BootstrapIcons.CLIPBOARD));
    private final Button folder = new Button("", new FontIcon(BootstrapIcons.FOLDER2_OPEN));
    private final HBox openers = new HBox(folder);
    private final HBox root;
    private Optional<AgentTask> task = Optional.empty();
    private Optional<LiveTranscript> following = Optional.empty();

    DetailActions(Consumer<Path> openFolder) {
        copy.setId("copy");
        copy.setAccessibleText(Texts.of("detail.copy.accessible"));
        copy.getItems()
                .addAll(
                        result,
                        item("detail.copy.session", "copy-session", () -> valueOf(AttachCommand::session)),
                        item("detail.copy.attach", "copy-attach", () -> valueOf(AttachCommand::of)));
        folder.setId("open-folder");
        folder.setAccessibleText(Texts.of("detail.open.accessible"));
        folder.setOnAction(e -> path().filter(Files::isDirectory).ifPresent(openFolder));
        place.setId("actions");
        place.getStyleClass().add("detail-actions");
        place.setMinWidth(HBox.USE_PREF_SIZE);
        copy.setTooltip(new Tooltip(Texts.of("detail.copy.accessible")));
        folder.setTooltip(new Tooltip(Texts.of("detail.open.accessible")));
        folder.getStyleClass().add("icon-button");
        Region between = new Region();
        HBox.setHgrow(between, Priority.ALWAYS);
        openers.getStyleClass().add("detail-actions");
        root = new HBox(openers, copy, between, place);
        root.getStyleClass().add("detail-actions");
    }

    /** The row of all buttons: at its left those to open and copy, at its right the added ones. */
    HBox root() {
        return root;
    }

    /** The place of the buttons that open the task elsewhere. */
    HBox openers() {
        return openers;
    }

    /** The place for added buttons. */
    HBox place() {
        return place;
    }

    void show(AgentTask now, Optional<LiveTranscript> transcript) {
        task = Optional.of(now);
        following = transcript;
        result.setDisable(result().isEmpty());
        folder.setDisable(!AttachCommand.here(now));
    }

    /** Empty if the directory that the server names is not a valid path on this system. */
    private Optional<Path> path() {
        try {
            return task.map(now -> Path.of(now.session().directory()));
        } catch (InvalidPathException notOfThisSystem) {
            return Optional.empty();
        }
    }

    private String result() {
        return following.map(LiveTranscript::log).map(Result::of).orElse("");
    }

    private String valueOf(java.util.function.Function<AgentTask, String> what) {
        return task.map(what).orElse("");
    }

    private static MenuItem item(String key, String id, Supplier<String> text) {
        MenuItem item = new MenuItem(Texts.of(key));
        item.setId(id);
        item.setOnAction(e -> Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, text.get())));
        return item;
    }
}

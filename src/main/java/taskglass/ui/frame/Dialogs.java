package taskglass.ui.frame;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Dimension2D;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Alert;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.stage.Modality;
import javafx.stage.Stage;
import javafx.util.Duration;
import javafx.util.Subscription;
import taskglass.text.Texts;

/** The dialogs in front of the main window. Each belongs to it and uses its theme. */
public final class Dialogs {
    /** A question, and the text of the button that confirms it. */
    public record Question(String text, String yes) {}

    private final Stage owner;
    private final Theme theme;
    private final Duration blinking;

    public Dialogs(Stage owner, Theme theme) {
        this(owner, theme, CaretBlinkLimit.BLINKING);
    }

    /** {@code blinking} is how long a caret blinks after the last key. */
    public Dialogs(Stage owner, Theme theme, Duration blinking) {
        this.owner = owner;
        this.theme = theme;
        this.blinking = blinking;
    }

    /** Creates a stage for the content, not shown yet. Escape closes it. */
    public Stage stage(String title, Parent content) {
        return stage(title, content, Modality.WINDOW_MODAL);
    }

    /** Creates a window that does not block the main window, not shown yet. Escape closes it. */
    public Stage window(String title, Parent content) {
        return stage(title, content, Modality.NONE);
    }

    /** The dialogs in front of another window of the program. */
    public Dialogs inFrontOf(Stage other) {
        return new Dialogs(other, theme, blinking);
    }

    private Stage stage(String title, Parent content, Modality modality) {
        Stage stage = new Stage();
        stage.initOwner(owner);
        stage.getIcons().setAll(owner.getIcons());
        stage.initModality(modality);
        stage.setTitle(title);
        ButtonTips.in(content);
        Scene scene = new Scene(content);
        theme.style(scene);
        CaretBlinkLimit.in(scene, blinking);
        scene.addEventHandler(KeyEvent.KEY_PRESSED, e -> {
            if (e.getCode() == KeyCode.ESCAPE) {
                stage.close();
            }
        });
        scene.addEventFilter(KeyEvent.KEY_PRESSED, e -> {
            if (e.getCode() == KeyCode.ESCAPE && keepsEscape(e.getTarget())) {
                e.consume();
                stage.close();
            }
        });
        stage.setScene(scene);
        return stage;
    }

    /** Whether a control would use up the key, although nothing of it is open. */
    private static boolean keepsEscape(Object target) {
        return switch (target) {
            case MenuButton menu -> !menu.isShowing();
            case ListView<?> list -> list.getEditingIndex() < 0;
            default -> false;
        };
    }

    /** Centers a stage horizontally in the window, this far below its top, as soon as its width is known. */
    public void placeBelowTop(Stage stage, double below) {
        stage.setOnShown(e -> {
            stage.setX(owner.getX() + (owner.getWidth() - stage.getWidth()) / 2);
            stage.setY(owner.getY() + below);
        });
    }

    /** Places a stage before it is shown: where the user left it, else beside the main window. */
    public void placeBeside(Stage stage, Optional<Point2D> left) {
        Parent content = stage.getScene().getRoot();
        content.applyCss();
        Rectangle2D main = new Rectangle2D(owner.getX(), owner.getY(), owner.getWidth(), owner.getHeight());
        Dimension2D size = new Dimension2D(content.prefWidth(-1), content.prefHeight(-1));
        Point2D place = Beside.place(main, Beside.screen(main), size, left);
        stage.setX(place.getX());
        stage.setY(place.getY());
    }

    /** Asks before an action that cannot be undone. Waits for the answer. */
    public boolean confirmed(String title, String question, String yes) {
        return confirmed(title, new SimpleObjectProperty<>(Optional.of(new Question(question, yes))));
    }

    /** The same for a question that may change while it is open. If nothing is left to ask, the answer is no. */
    public boolean confirmed(String title, ObservableValue<Optional<Question>> question) {
        ButtonType doIt = new ButtonType("", ButtonData.OK_DONE);
        ButtonType leaveIt = new ButtonType(Texts.of("confirm.back"), ButtonData.CANCEL_CLOSE);
        Alert alert = alert(title, "", doIt, leaveIt);
        Button button = (Button) alert.getDialogPane().lookupButton(doIt);
        button.getStyleClass().add("danger");
        Subscription asked = question.subscribe(now -> now.ifPresentOrElse(
                words -> {
                    alert.setContentText(words.text());
                    button.setText(words.yes());
                },
                () -> alert.setResult(leaveIt)));
        try {
            return alert.showAndWait().filter(doIt::equals).isPresent();
        } finally {
            asked.unsubscribe();
        }
    }

    /**
     * Asks which of several actions to take and waits for the answer. Returns empty if everything is to stay as it is,
     * which is what Enter and Escape choose.
     * @param first the action that ends something
     */
    public Optional<String> chosen(String title, String question, String first, String... others) {
        ButtonType danger = new ButtonType(first, ButtonData.LEFT);
        ButtonType back = new ButtonType(Texts.of("confirm.back"), ButtonData.CANCEL_CLOSE);
        List<ButtonType> buttons = new ArrayList<>(List.of(danger));
        Stream.of(others).map(way -> new ButtonType(way, ButtonData.OTHER)).forEach(buttons::add);
        buttons.add(back);
        Alert alert = alert(title, question, buttons.toArray(ButtonType[]::new));
        buttons.stream().map(alert.getDialogPane()::lookupButton).forEach(Dialogs::showWhole);
        alert.getDialogPane().lookupButton(danger).getStyleClass().add("danger-text");
        Button keeps = (Button) alert.getDialogPane().lookupButton(back);
        keeps.setDefaultButton(true);
        alert.setOnShown(e -> keeps.requestFocus());
        return alert.showAndWait().filter(way -> !way.equals(back)).map(ButtonType::getText);
    }

    /** Shows the whole text of a button. By default, a button bar gives all buttons one width and cuts long texts. */
    private static void showWhole(Node button) {
        ButtonBar.setButtonUniformSize(button, false);
        ((Button) button).setMinWidth(Region.USE_PREF_SIZE);
    }

    /** Shows the outcome of a command, without waiting. */
    public void showMessage(String title, String sentence) {
        alert(title, sentence, new ButtonType(Texts.of("confirm.understood"), ButtonData.OK_DONE))
                .show();
    }

    private Alert alert(String title, String text, ButtonType... buttons) {
        Alert alert = new Alert(Alert.AlertType.NONE, text, buttons);
        alert.initOwner(owner);
        alert.setTitle(title);
        alert.getDialogPane().getStyleClass().add("asking");
        alert.getDialogPane().setMinHeight(Region.USE_PREF_SIZE);
        theme.style(alert.getDialogPane().getScene());
        Stream.of(buttons).map(alert.getDialogPane()::lookupButton).forEach(ButtonTips::in);
        return alert;
    }

    /** Lists the first names for a question about several things, and the number of the remaining ones. */
    public static String listing(List<String> names, int most) {
        StringBuilder lines = new StringBuilder();
        names.stream().limit(most).forEach(name -> lines.append("\n• ").append(name));
        int more = names.size() - most;
        if (more > 0) {
            lines.append("\n").append(Texts.of("confirm.more", more));
        }
        return lines.toString();
    }
}

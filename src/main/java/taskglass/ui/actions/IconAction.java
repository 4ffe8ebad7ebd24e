package taskglass.ui.actions;

import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import taskglass.text.Texts;

/**
 * An icon button that runs an action. Its tooltip names the action and its key or, while it is not possible, the reason.
 * The tooltip belongs to a pane around the button, because a disabled button shows none.
 */
public final class IconAction extends StackPane {
    private final Actions actions;
    private final Action action;
    private final Tooltip tip = new Tooltip();

    public IconAction(Actions actions, String id, Ikon icon) {
        this.actions = actions;
        action = actions.find(id);
        Button button = new Button("", new FontIcon(icon));
        button.setId(id.replace('.', '-'));
        button.getStyleClass().add("icon-button");
        button.setAccessibleText(action.name());
        actions.give(id, button);
        getChildren().add(button);
        tip.setText(tooltip());
        setOnMouseEntered(e -> {
            actions.refresh(); // the scan that shows which servers are local reports nothing else
            tip.setText(tooltip());
        });
        Tooltip.install(this, tip);
    }

    /** The text of the tooltip as of now. */
    public String tooltip() {
        return actions.refusal(action).orElseGet(() -> Texts.of("action.with.key", action.name(), action.keyWords()));
    }
}

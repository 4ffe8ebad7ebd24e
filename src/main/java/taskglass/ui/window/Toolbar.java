package taskglass.ui.window;

import javafx.geometry.Side;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;
import org.kordamp.ikonli.javafx.FontIcon;
import taskglass.text.Texts;
import taskglass.ui.actions.Action.Group;
import taskglass.ui.actions.Actions;
import taskglass.ui.frame.Theme;

/** The buttons at the top of the window, each with its action and, in a tooltip, its key. */
final class Toolbar {
    private final Parent root;
    private final Actions actions;

    /** @param root the content of the window, which has the buttons */
    Toolbar(Parent root, Actions actions, Theme theme) {
        this.root = root;
        this.actions = actions;
        actions.give("cancel", button("cancel"));
        actions.give("launch", button("launch"));
        actions.give("details", button("toggleDetail"));
        actions.give("theme", button("theme"));
        FontIcon sunOrMoon = (FontIcon) button("theme").getGraphic();
        sunOrMoon
                .iconCodeProperty()
                .bind(theme.darkProperty().map(dark -> dark ? BootstrapIcons.SUN : BootstrapIcons.MOON));
        Button more = (Button) button("more");
        more.setTooltip(new Tooltip(Texts.of("action.more")));
        more.setOnAction(e -> menu().show(more, Side.BOTTOM, 0, 0));
        button("group").setTooltip(new Tooltip(Texts.of("group.by.accessible")));
    }

    private ContextMenu menu() {
        return actions.menu(Group.OF_THE_WINDOW::contains, actions::selected);
    }

    private ButtonBase button(String id) {
        return (ButtonBase) root.lookup("#" + id);
    }
}

package taskglass.ui.actions;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import taskglass.task.status.AgentTask;
import taskglass.ui.actions.Action.Group;

/**
 * A menu of actions with their keys, with a separator between groups. Checks which actions are possible each time it
 * opens.
 */
final class ActionMenu {
    private ActionMenu() {}

    static ContextMenu of(List<Action> actions, Supplier<List<AgentTask>> about) {
        List<MenuItem> items = new ArrayList<>();
        List<Runnable> looks = new ArrayList<>();
        Action before = actions.getFirst();
        for (Action action : actions) {
            if (action.group() != before.group()) {
                items.add(new SeparatorMenuItem());
            }
            MenuItem item = item(action);
            item.setOnAction(e -> action.run(about.get()));
            looks.add(() -> look(item, action, action.refusal(about.get())));
            items.add(item);
            before = action;
        }
        ContextMenu menu = new ContextMenu(items.toArray(MenuItem[]::new));
        menu.getStyleClass().add("action-menu");
        if (actions.stream().anyMatch(action -> action.group() == Group.OPEN)) {
            menu.getStyleClass().add("task-menu"); // it has room for the reasons
        }
        menu.setOnShowing(e -> looks.forEach(Runnable::run));
        return menu;
    }

    /** A disabled item shows no tooltip: the reason why a task cannot be opened stands in place of the keys. */
    private static void look(MenuItem item, Action action, Optional<String> refusal) {
        item.setDisable(refusal.isPresent());
        if (action.group() == Group.OPEN && ((CustomMenuItem) item).getContent() instanceof HBox line) {
            ((Label) line.getChildren().getLast()).setText(refusal.orElse(action.keyWords()));
        }
    }

    /**
     * Shows the keys as text only. They are handled elsewhere: an accelerator of the menu would run the action a second
     * time.
     */
    private static MenuItem item(Action action) {
        Label name = new Label(action.name());
        name.setMinWidth(Region.USE_PREF_SIZE);
        Label keys = new Label(action.keyWords());
        keys.getStyleClass().add("action-keys");
        Region between = new Region();
        HBox.setHgrow(between, Priority.ALWAYS);
        HBox line = new HBox(name, between, keys);
        line.getStyleClass().add("action-line");
        CustomMenuItem item = new CustomMenuItem(line);
        item.setId("menu-" + action.id().replace('.', '-'));
        return item;
    }
}

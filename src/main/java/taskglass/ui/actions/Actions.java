package taskglass.ui.actions;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCharacterCombination;
import javafx.scene.input.KeyEvent;
import taskglass.task.status.AgentTask;
import taskglass.ui.actions.Action.Group;
import taskglass.ui.actions.Action.Reach;

/** All actions of the window. Every menu, key and button is made from this one list. */
public final class Actions {
    private final List<Action> all;
    private final Supplier<List<AgentTask>> selection;
    private final Map<ButtonBase, Action> buttons = new LinkedHashMap<>();

    /** @param selection the tasks that a key or button acts on */
    public Actions(List<Action> all, Supplier<List<AgentTask>> selection) {
        this.all = List.copyOf(all);
        this.selection = selection;
    }

    /** Joins lists of actions in the order of their groups. */
    @SafeVarargs
    public static List<Action> inOrder(List<Action>... some) {
        List<Action> all = new ArrayList<>();
        for (List<Action> part : some) {
            all.addAll(part);
        }
        all.sort(Comparator.comparing(Action::group));
        return List.copyOf(all);
    }

    public List<Action> all() {
        return all;
    }

    public Action find(String id) {
        return all.stream().filter(action -> action.id().equals(id)).findFirst().orElseThrow();
    }

    /** The tasks that a key or button acts on now. */
    public List<AgentTask> selected() {
        return selection.get();
    }

    /** The name of an action with its key, for the tooltip of what does the same. */
    public String tip(String id) {
        return find(id).tip();
    }

    /** Runs the action on the selected tasks, if it is possible. */
    public void run(String id) {
        run(find(id));
    }

    public void run(Action action) {
        action.run(selection.get());
    }

    /** Why the action is not possible for the selected tasks; empty if it is. */
    public Optional<String> refusal(Action action) {
        return action.refusal(selection.get());
    }

    /** Creates a button with the action's name that runs it on the selected tasks. */
    public Button button(String id) {
        Button button = new Button(find(id).name());
        give(id, button);
        return button;
    }

    /**
     * Makes a button run the action. The button is disabled while the action is not possible, as of the last
     * {@link #refresh}.
     */
    public void give(String id, ButtonBase button) {
        Action action = find(id);
        buttons.put(button, action);
        button.setOnAction(e -> run(action));
        button.setTooltip(new Tooltip(action.tip()));
        refresh(button, action);
    }

    /** Called when the selection or what is known of it has changed. */
    public void refresh() {
        buttons.forEach(this::refresh);
    }

    /** Creates the menu of the actions of some groups, for these tasks. */
    public ContextMenu menu(Predicate<Group> wanted, Supplier<List<AgentTask>> about) {
        return ActionMenu.of(
                all.stream().filter(action -> wanted.test(action.group())).toList(), about);
    }

    /** Registers the keys that work in the whole window. */
    public void listen(Scene scene) {
        for (Action action : reaching(Reach.WINDOW)) {
            for (var keys : action.keys()) {
                if (keys instanceof KeyCharacterCombination typed) {
                    scene.addEventHandler(KeyEvent.KEY_TYPED, e -> typed(e, typed, scene, action));
                } else {
                    scene.getAccelerators().put(keys, () -> run(action));
                }
            }
        }
    }

    /** Registers the keys that work while the table has the focus. */
    public void listen(Node table) {
        table.addEventHandler(
                KeyEvent.KEY_PRESSED,
                e -> reaching(Reach.TABLE).stream()
                        .filter(action -> action.keys().stream().anyMatch(keys -> keys.match(e)))
                        .findFirst()
                        .ifPresent(action -> {
                            e.consume();
                            run(action);
                        }));
    }

    /** Handles a character that takes different keys on different keyboards. In a text field it is typed as text. */
    private void typed(KeyEvent e, KeyCharacterCombination wanted, Scene scene, Action action) {
        if (e.getCharacter().equals(wanted.getCharacter()) && !(scene.getFocusOwner() instanceof TextInputControl)) {
            e.consume();
            run(action);
        }
    }

    private List<Action> reaching(Reach reach) {
        return all.stream().filter(action -> action.reach() == reach).toList();
    }

    private void refresh(ButtonBase button, Action action) {
        Optional<String> refusal = refusal(action);
        button.setDisable(refusal.isPresent());
        button.setAccessibleHelp(refusal.orElse(""));
    }
}

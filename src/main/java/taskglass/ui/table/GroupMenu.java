package taskglass.ui.table;

import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleGroup;
import taskglass.settings.Settings;
import taskglass.text.Texts;
import taskglass.ui.table.tree.Grouping;

/** The menu that selects how rows are grouped. */
public final class GroupMenu {
    private GroupMenu() {}

    /** Fills the menu. A choice is applied to the table at once and saved in the settings. */
    public static void fill(MenuButton menu, TaskTable table, Settings settings) {
        ToggleGroup one = new ToggleGroup();
        for (Grouping grouping : Grouping.values()) {
            RadioMenuItem item = new RadioMenuItem(Texts.of("group." + grouping));
            item.setToggleGroup(one);
            item.setSelected(grouping == table.grouping());
            item.setOnAction(e -> {
                table.group(grouping);
                name(menu, grouping);
                TableMemory.keep(table, settings);
            });
            menu.getItems().add(item);
        }
        name(menu, table.grouping());
    }

    private static void name(MenuButton menu, Grouping grouping) {
        menu.setText(Texts.of("group.by", Texts.of("group." + grouping)));
    }
}

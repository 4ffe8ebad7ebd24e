package taskglass.ui.settings;

import javafx.scene.control.ListCell;
import org.kordamp.ikonli.javafx.FontIcon;
import taskglass.text.Texts;

/** The name of a page in the navigation. */
final class PageCell extends ListCell<SettingsPage> {
    @Override
    protected void updateItem(SettingsPage page, boolean empty) {
        super.updateItem(page, empty);
        boolean blank = empty || page == null;
        setText(blank ? null : Texts.of("settings.page." + page.id()));
        setGraphic(blank ? null : new FontIcon(page.icon()));
    }
}

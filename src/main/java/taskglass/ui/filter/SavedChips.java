package taskglass.ui.filter;

import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;
import org.kordamp.ikonli.javafx.FontIcon;
import taskglass.settings.Settings;
import taskglass.text.Texts;

/** The filters that the user saved, applied with one click, each with a cross to delete it. */
final class SavedChips {
    private final SavedFilters saved;
    private final Consumer<String> chosen;
    private final HBox chips = new HBox();

    SavedChips(Settings settings, Consumer<String> chosen) {
        this.saved = new SavedFilters(settings);
        this.chosen = chosen;
        chips.getStyleClass().add("saved-filters");
        show();
    }

    Node root() {
        return chips;
    }

    void keep(String text) {
        saved.keep(text);
        show();
    }

    private void show() {
        chips.getChildren().setAll(saved.texts().stream().map(this::chip).toList());
    }

    private Node chip(String text) {
        Button pick = new Button(text);
        pick.setMnemonicParsing(false);
        pick.getStyleClass().add("saved-filter");
        pick.setOnAction(e -> chosen.accept(text));
        Button forget = new Button(null, new FontIcon(BootstrapIcons.X));
        forget.getStyleClass().add("saved-forget");
        forget.setAccessibleText(Texts.of("filter.forget.accessible", text));
        forget.setOnAction(e -> {
            saved.forget(text);
            show();
        });
        HBox chip = new HBox(pick, forget);
        chip.getStyleClass().add("saved-chip");
        return chip;
    }
}

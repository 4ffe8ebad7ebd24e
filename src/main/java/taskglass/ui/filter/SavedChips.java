package taskglass.ui.filter;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;
import org.kordamp.ikonli.javafx.FontIcon;
import taskglass.settings.Settings;
import taskglass.text.Texts;

/** The filters that the user saved, applied with one click, each with a cross to delete it. */
final class SavedChips {
    private final SavedFilters saved;
    private final Consumer<String> chosen;
    private final Runnable none;
    private final HBox chips = new HBox();

    /** {@code none} takes the focus when the last one is deleted. */
    SavedChips(Settings settings, Consumer<String> chosen, Runnable none) {
        this.saved = new SavedFilters(settings);
        this.chosen = chosen;
        this.none = none;
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

    /** Chips that stay keep their nodes, and with them the focus. */
    private void show() {
        List<String> texts = saved.texts();
        chips.getChildren().removeIf(chip -> !texts.contains(chip.getUserData()));
        texts.stream().skip(chips.getChildren().size()).map(this::chip).forEach(chips.getChildren()::add);
    }

    private Node chip(String text) {
        Button pick = new Button(text);
        pick.setMnemonicParsing(false);
        pick.getStyleClass().add("saved-filter");
        pick.setTooltip(new Tooltip(Texts.of("filter.pick.tip")));
        pick.setOnAction(e -> chosen.accept(text));
        Button forget = new Button(null, new FontIcon(BootstrapIcons.X));
        forget.getStyleClass().add("saved-forget");
        forget.setAccessibleText(Texts.of("filter.forget.accessible", text));
        forget.setTooltip(new Tooltip(Texts.of("filter.forget.accessible", text)));
        HBox chip = new HBox(pick, forget);
        forget.setOnAction(e -> forget(chip, text));
        chip.setUserData(text);
        chip.getStyleClass().add("saved-chip");
        return chip;
    }

    /** The focus moves to the next chip, else to the one before, else to the field. */
    private void forget(HBox chip, String text) {
        List<Node> all = chips.getChildren();
        int at = all.indexOf(chip);
        Optional<Node> neighbor =
                all.size() == 1 ? Optional.empty() : Optional.of(all.get(at + 1 < all.size() ? at + 1 : at - 1));
        neighbor.map(next -> ((HBox) next).getChildren().getLast()).ifPresentOrElse(Node::requestFocus, none);
        saved.forget(text);
        show();
    }
}

package taskglass.ui.detail.output;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import taskglass.text.Texts;

/** The context menu of the output: copy the text of the selected rows, select a part of it, search, open links. */
final class OutputMenu {
    static final KeyCombination COPY = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);
    static final KeyCombination SELECT = new KeyCodeCombination(KeyCode.S);
    static final KeyCombination SEARCH = new KeyCodeCombination(KeyCode.F, KeyCombination.SHORTCUT_DOWN);

    private final ListView<OutputRow> list;
    private final Consumer<URI> browse;
    private final Consumer<String> read;
    private final Runnable search;
    private final ContextMenu menu = new ContextMenu();

    /** {@code read} shows a text in which parts can be selected. */
    OutputMenu(ListView<OutputRow> list, Consumer<URI> browse, Consumer<String> read, Runnable search) {
        this.search = search;
        this.list = list;
        this.read = read;
        this.browse = browse;
        menu.setOnShowing(e -> {
            fill();
            showKeys();
        });
        menu.setOnHidden(e -> fill()); // JavaFX takes the keys of its items wherever the focus is.
        fill(); // JavaFX never shows an empty menu.
        list.setContextMenu(menu);
    }

    void copy() {
        Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, text()));
    }

    /** Opens the text of the selected rows so that the user can select a part of it. */
    void select() {
        if (!selected().isEmpty()) {
            read.accept(text());
        }
    }

    private String text() {
        return selected().stream().map(OutputRow::text).collect(Collectors.joining("\n"));
    }

    private void fill() {
        MenuItem copy = item("copy-text", Texts.of("detail.output.copy"), this::copy);
        MenuItem select = item("select-text", Texts.of("detail.output.select"), this::select);
        List.of(copy, select).forEach(item -> item.setDisable(selected().isEmpty()));
        MenuItem find = item("search-text", Texts.of("detail.output.search"), search);
        menu.getItems().setAll(copy, select, find);
        selected().stream()
                .flatMap(outputRow -> outputRow.links().stream())
                .distinct()
                .map(link -> item("open-link", Texts.of("detail.output.link", link), () -> browse.accept(link)))
                .forEach(menu.getItems()::add);
    }

    private void showKeys() {
        List<KeyCombination> keys = List.of(COPY, SELECT, SEARCH);
        for (int i = 0; i < keys.size(); i++) {
            menu.getItems().get(i).setAccelerator(keys.get(i));
        }
    }

    private List<OutputRow> selected() {
        return list.getSelectionModel().getSelectedItems().stream()
                .filter(outputRow -> outputRow != null)
                .toList();
    }

    private static MenuItem item(String id, String words, Runnable action) {
        MenuItem item = new MenuItem(words);
        item.setId(id);
        item.setMnemonicParsing(false);
        item.setOnAction(e -> action.run());
        return item;
    }
}

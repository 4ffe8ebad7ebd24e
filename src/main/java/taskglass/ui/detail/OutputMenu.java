package taskglass.ui.detail;

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
import taskglass.words.Words;

/** What can be done with the selected rows of the output: their text copied, their links opened. */
final class OutputMenu {
    private final ListView<Row> list;
    private final Consumer<URI> browse;
    private final ContextMenu menu = new ContextMenu();

    OutputMenu(ListView<Row> list, Consumer<URI> browse) {
        this.list = list;
        this.browse = browse;
        menu.setOnShowing(e -> fill());
        fill(); // An empty menu is never shown.
        list.setContextMenu(menu);
    }

    void copy() {
        String words = selected().stream().map(Row::words).collect(Collectors.joining("\n"));
        Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, words));
    }

    private void fill() {
        MenuItem copy = item("copy-text", Words.of("detail.output.copy"), this::copy);
        copy.setDisable(selected().isEmpty());
        menu.getItems().setAll(copy);
        selected().stream()
                .flatMap(row -> row.links().stream())
                .distinct()
                .map(link -> item("open-link", Words.of("detail.output.link", link), () -> browse.accept(link)))
                .forEach(menu.getItems()::add);
    }

    private List<Row> selected() {
        return list.getSelectionModel().getSelectedItems().stream()
                .filter(row -> row != null)
                .toList();
    }

    private static MenuItem item(String id, String words, Runnable deed) {
        MenuItem item = new MenuItem(words);
        item.setId(id);
        item.setMnemonicParsing(false);
        item.setOnAction(e -> deed.run());
        return item;
    }
}

package taskglass.ui.settings;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import taskglass.text.Texts;
import taskglass.ui.frame.ButtonTips;
import taskglass.ui.frame.Dialogs;
import taskglass.ui.frame.Fxml;

/** The settings window: its pages on the left, the selected one on the right. At most one is open. */
public final class SettingsWindow {
    private static final double WIDTH = 880;
    private static final double HEIGHT = 680;

    private final Dialogs dialogs;
    private final Function<Dialogs, List<SettingsPage>> pages;
    /** Created when first needed, and shown again later: its pages follow the store and are made once. */
    private Optional<Stage> stage = Optional.empty();

    private Optional<SettingsPage> shown = Optional.empty();

    @FXML
    private ListView<SettingsPage> navigation;

    @FXML
    private Label title;

    @FXML
    private Label atOnce;

    @FXML
    private HBox corner;

    @FXML
    private StackPane place;

    /**
     * Creates the window, which is opened later.
     *
     * @param pages creates the pages, given the dialogs in front of the settings window
     */
    public SettingsWindow(Dialogs dialogs, Function<Dialogs, List<SettingsPage>> pages) {
        this.dialogs = dialogs;
        this.pages = pages;
    }

    /** Shows the window where it was left, or opens it at its first page. */
    public void open() {
        Stage open = stage.orElseGet(this::create);
        open.show();
        open.toFront();
        open.requestFocus();
    }

    /** Shows the window at a page. */
    public void open(String page) {
        open();
        navigation.getItems().stream()
                .filter(there -> there.id().equals(page))
                .findFirst()
                .ifPresent(navigation.getSelectionModel()::select);
    }

    private Stage create() {
        Parent root = Fxml.load("settings", this);
        Stage created = dialogs.window(Texts.of("settings.title"), root);
        created.setWidth(WIDTH);
        created.setHeight(HEIGHT);
        created.setMinWidth(640);
        created.setMinHeight(400);
        navigation.setCellFactory(list -> new PageCell());
        navigation.getItems().setAll(pages.apply(dialogs.inFrontOf(created)));
        navigation.getSelectionModel().selectedItemProperty().addListener((source, was, page) -> {
            if (page != null) { // none after a click with Ctrl: the page stays
                show(page);
            }
        });
        navigation.getSelectionModel().selectFirst();
        created.setOnShown(e -> shown.ifPresent(SettingsPage::opened));
        created.setOnHidden(e -> shown.ifPresent(SettingsPage::closed));
        stage = Optional.of(created);
        return created;
    }

    private void show(SettingsPage page) {
        shown.ifPresent(SettingsPage::closed);
        shown = Optional.of(page);
        title.setText(Texts.of("settings.page." + page.id()));
        corner.getChildren().setAll(page.corner().stream().toList());
        place.getChildren().setAll(page.content());
        atOnce.setVisible(page.changes());
        ButtonTips.in(corner);
        ButtonTips.in(place);
        if (place.getScene().getWindow().isShowing()) {
            page.opened();
        }
    }

    @FXML
    void close() {
        place.getScene().getWindow().hide();
    }
}

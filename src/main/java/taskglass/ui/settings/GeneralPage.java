package taskglass.ui.settings;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;
import taskglass.programs.ExternalPrograms;
import taskglass.release.UpdateChoice;
import taskglass.settings.Preferences;
import taskglass.settings.Preferences.Density;
import taskglass.settings.Preferences.Language;
import taskglass.text.Texts;
import taskglass.ui.frame.Fxml;
import taskglass.ui.frame.Theme;

/** The page of general choices: appearance, quiet tasks, and Taskglass itself. */
public final class GeneralPage implements SettingsPage {
    private static final int FIRST_MINUTES = 5;

    private final Theme theme;
    private final Preferences preferences;
    private final UpdateChoice updates;
    private final OpenWithRows openWith;
    private final AutostartBox autostart;
    private final Segments<Theme.Choice> themes;
    private final Parent root;

    @FXML
    private Pane groups;

    @FXML
    private Pane program;

    @FXML
    private HBox themeRow;

    @FXML
    private HBox languageRow;

    @FXML
    private HBox densityRow;

    @FXML
    private CheckBox quiet;

    @FXML
    private TextField minutes;

    @FXML
    private CheckBox newer;

    /**
     * Creates the page.
     *
     * @param owner runs what belongs on the JavaFX thread
     */
    public GeneralPage(
            Theme theme, Preferences preferences, UpdateChoice updates, ExternalPrograms programs, Executor owner) {
        this.theme = theme;
        this.preferences = preferences;
        this.updates = updates;
        themes = new Segments<>("settings.theme", List.of(Theme.Choice.values()), theme::choose);
        openWith = new OpenWithRows(preferences, programs, owner);
        autostart = new AutostartBox(programs, owner);
        root = Fxml.load("settings-general", this);
    }

    @Override
    public String id() {
        return "general";
    }

    @Override
    public Ikon icon() {
        return BootstrapIcons.SLIDERS;
    }

    @Override
    public Node content() {
        return root;
    }

    @Override
    public void opened() {
        openWith.opened();
        autostart.opened();
    }

    @FXML
    void initialize() {
        groups.getChildren().add(2, openWith.root());
        program.getChildren().add(1, autostart.root());
        themeRow.getChildren().add(themes.root());
        theme.choiceProperty().subscribe(themes::show);
        Segments<Language> languages =
                new Segments<>("settings.language", List.of(Language.values()), preferences::language);
        languages.show(preferences.language());
        languageRow.getChildren().addAll(languages.root(), note(Texts.of("settings.language.when")));
        Segments<Density> densities =
                new Segments<>("settings.density", List.of(Density.values()), preferences::density);
        densities.show(preferences.density());
        densityRow.getChildren().add(densities.root());
        showQuiet();
        quiet.setOnAction(e -> chooseQuiet(quiet.isSelected() ? FIRST_MINUTES : 0));
        minutes.setOnAction(e -> typedMinutes());
        minutes.focusedProperty().addListener((source, was, focused) -> {
            if (was) {
                typedMinutes();
            }
        });
        newer.setSelected(updates.wanted());
    }

    private static Label note(String text) {
        Label note = new Label(text);
        note.getStyleClass().add("settings-note");
        return note;
    }

    private void chooseQuiet(int after) {
        preferences.quietAfterMinutes(after);
        showQuiet();
    }

    /** Takes what was typed, or goes back to the last choice if that is no time. */
    private void typedMinutes() {
        if (quiet.isSelected()) {
            number(minutes.getText()).ifPresent(preferences::quietAfterMinutes);
        }
        showQuiet();
    }

    private static Optional<Integer> number(String typed) {
        return typed.strip().matches("[0-9]{1,4}")
                ? Optional.of(Integer.parseInt(typed.strip()))
                        .filter(after -> after >= 1 && after <= Preferences.MOST_QUIET_MINUTES)
                : Optional.empty();
    }

    private void showQuiet() {
        int after = preferences.quietAfterMinutes();
        quiet.setSelected(after > 0);
        minutes.setDisable(after == 0);
        minutes.setText(String.valueOf(after == 0 ? FIRST_MINUTES : after));
    }

    @FXML
    void chooseNewer() {
        updates.want(newer.isSelected());
    }
}

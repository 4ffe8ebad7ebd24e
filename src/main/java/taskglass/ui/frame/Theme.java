package taskglass.ui.frame;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.application.Application;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.Scene;
import taskglass.settings.Settings;

/** The light or dark theme. Follows the desktop until the user chooses one in the window. */
public final class Theme {
    /** One stylesheet shared by all windows, then one for each part. */
    private static final List<String> PARTS =
            List.of("app", "table", "attention", "detail", "actions", "help", "server", "settings");

    private static final String SECTION = "theme";

    /** What the user has chosen. */
    public enum Choice {
        /** The theme of the desktop. */
        DESKTOP,
        LIGHT,
        DARK
    }

    private final ObservableValue<Boolean> desktop;
    private final Settings settings;
    private final ReadOnlyObjectWrapper<Choice> choice = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper dark = new ReadOnlyBooleanWrapper();
    private final ObservableList<String> sheets = FXCollections.observableArrayList();
    private final ChangeListener<Boolean> follower = (source, was, is) -> put(is);

    public Theme(ObservableValue<Boolean> desktop, Settings settings) {
        this.desktop = desktop;
        this.settings = settings;
        use(settings.section(SECTION, Choice.class, Choice.DESKTOP));
    }

    public ReadOnlyObjectProperty<Choice> choiceProperty() {
        return choice.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty darkProperty() {
        return dark.getReadOnlyProperty();
    }

    /** Applies the theme to a window's scene, now and whenever it changes. */
    public void style(Scene scene) {
        Bindings.bindContent(scene.getStylesheets(), sheets);
    }

    /** Switches between light and dark. From then on, and after a restart, the desktop's setting is ignored. */
    public void toggle() {
        choose(dark.get() ? Choice.LIGHT : Choice.DARK);
    }

    /** Applies a choice and saves it. */
    public void choose(Choice chosen) {
        use(chosen);
        settings.put(SECTION, chosen);
    }

    private void use(Choice chosen) {
        desktop.removeListener(follower);
        if (chosen == Choice.DESKTOP) {
            desktop.addListener(follower);
        }
        choice.set(chosen);
        put(chosen == Choice.DESKTOP ? desktop.getValue() : chosen == Choice.DARK);
    }

    private void put(boolean nowDark) {
        dark.set(nowDark);
        setBase(nowDark ? new PrimerDark().getUserAgentStylesheetBSS() : new PrimerLight().getUserAgentStylesheetBSS());
        Stream<String> ours = Stream.concat(Stream.of(nowDark ? "dark" : "light"), PARTS.stream());
        sheets.setAll(ours.map(Theme::sheet).toList());
    }

    /** Sets the base theme only if it differs: setting the same one would style every window again. */
    private static void setBase(String base) {
        if (!base.equals(Application.getUserAgentStylesheet())) {
            Application.setUserAgentStylesheet(base);
        }
    }

    private static String sheet(String name) {
        return Objects.requireNonNull(Theme.class.getResource("/taskglass/ui/" + name + ".css"))
                .toExternalForm();
    }
}

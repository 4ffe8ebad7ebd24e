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
            List.of("app", "table", "attention", "detail", "actions", "help", "server");

    private static final String SECTION = "theme";

    private enum Choice {
        DESKTOP,
        LIGHT,
        DARK
    }

    private final ObservableValue<Boolean> desktop;
    private final Settings settings;
    private final ReadOnlyBooleanWrapper dark = new ReadOnlyBooleanWrapper();
    private final ObservableList<String> sheets = FXCollections.observableArrayList();
    private final ChangeListener<Boolean> follower = (source, was, is) -> put(is);

    public Theme(ObservableValue<Boolean> desktop, Settings settings) {
        this.desktop = desktop;
        this.settings = settings;
        Choice choice = settings.section(SECTION, Choice.class, Choice.DESKTOP);
        put(choice == Choice.DESKTOP ? desktop.getValue() : choice == Choice.DARK);
        if (choice == Choice.DESKTOP) {
            desktop.addListener(follower);
        }
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
        desktop.removeListener(follower);
        put(!dark.get());
        settings.put(SECTION, dark.get() ? Choice.DARK : Choice.LIGHT);
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

package taskglass.ui.frame;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.Objects;
import javafx.application.Application;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.Scene;

/** Light or dark: as the desktop has it, until a person chooses in the window. */
public final class Theme {
    private final ObservableValue<Boolean> desktop;
    private final ReadOnlyBooleanWrapper dark = new ReadOnlyBooleanWrapper();
    private final ObservableList<String> sheets = FXCollections.observableArrayList();
    private final ChangeListener<Boolean> follower = (source, was, is) -> put(is);

    public Theme(ObservableValue<Boolean> desktop) {
        this.desktop = desktop;
        put(desktop.getValue());
        desktop.addListener(follower);
    }

    public ReadOnlyBooleanProperty darkProperty() {
        return dark.getReadOnlyProperty();
    }

    /** Gives a window's scene the colours, now and whenever they change. */
    public void dress(Scene scene) {
        Bindings.bindContent(scene.getStylesheets(), sheets);
    }

    /** Turns light into dark and back; from then on the desktop's setting is not followed. */
    public void toggle() {
        desktop.removeListener(follower);
        put(!dark.get());
    }

    private void put(boolean nowDark) {
        dark.set(nowDark);
        Application.setUserAgentStylesheet(
                nowDark ? new PrimerDark().getUserAgentStylesheetBSS() : new PrimerLight().getUserAgentStylesheetBSS());
        sheets.setAll(sheet(nowDark ? "dark" : "light"), sheet("app"));
    }

    private static String sheet(String name) {
        return Objects.requireNonNull(Theme.class.getResource("/taskglass/ui/" + name + ".css"))
                .toExternalForm();
    }
}

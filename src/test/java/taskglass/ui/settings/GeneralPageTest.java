package taskglass.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.SimpleObjectProperty;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationTest;
import taskglass.lab.FxThread;
import taskglass.programs.Autostart;
import taskglass.programs.ExternalPrograms;
import taskglass.programs.HostSystem;
import taskglass.release.UpdateChoice;
import taskglass.settings.Preferences;
import taskglass.settings.Preferences.Editor;
import taskglass.settings.Preferences.EditorChoice;
import taskglass.settings.Preferences.Language;
import taskglass.settings.Settings;
import taskglass.settings.SettingsFile;
import taskglass.ui.frame.Theme;

/** The page of general choices, in a window of its own. */
@DisabledOnOs(OS.WINDOWS)
class GeneralPageTest extends ApplicationTest {
    private final Settings settings = Settings.of(SettingsFile.none(), Runnable::run);
    private final Preferences preferences = new Preferences(settings);

    @TempDir
    private Path home;

    private Stage stage;
    private HostSystem system;

    @Override
    public void start(Stage primary) {
        stage = primary;
    }

    @BeforeEach
    void install() throws IOException {
        Path bin = Files.createDirectories(home.resolve("bin"));
        Path zed = Files.writeString(bin.resolve("zed"), "#!/bin/sh\n");
        Files.setPosixFilePermissions(zed, PosixFilePermissions.fromString("rwxr-xr-x"));
        system = new HostSystem(HostSystem.Kind.LINUX, Map.of("PATH", bin.toString()), home);
    }

    @Test
    void theTimeUntilATaskReadsAsQuietIsTypedAndCanBeTurnedOff() {
        show(Optional.empty());
        type("#minutes", "12");
        assertThat(preferences.quietAfterMinutes()).isEqualTo(12);
        interact(((CheckBox) node("#quiet"))::fire);
        assertThat(preferences.quietAfterMinutes()).isZero();
        assertThat(node("#minutes").isDisabled()).isTrue();
        interact(((CheckBox) node("#quiet"))::fire);
        assertThat(preferences.quietAfterMinutes()).isEqualTo(5);
    }

    @Test
    void whatIsNoTimeIsTakenBack() {
        show(Optional.empty());
        for (String wrong : List.of("", "0", "-3", "99999", "five")) {
            type("#minutes", wrong);
            assertThat(field("#minutes").getText()).isEqualTo("5");
        }
        assertThat(preferences.quietAfterMinutes()).isEqualTo(5);
    }

    @Test
    void anotherLanguageIsSavedAndSaysWhenItApplies() {
        show(Optional.empty());
        interact(((ToggleButton) node("#settings-language-german"))::fire);
        assertThat(preferences.language()).isEqualTo(Language.GERMAN);
        assertThat(texts()).contains("After a restart of Taskglass");
    }

    @Test
    void editorsThatAreNotInstalledSaySo() {
        show(Optional.empty());
        assertThat(List.of(Editor.ANY, Editor.VSCODE, Editor.ZED).stream().map(this::named))
                .containsExactly("First one installed", "VS Code (not found)", "Zed");
    }

    @Test
    void aCommandForTheEditorIsSavedOnlyIfItCanBeRead() {
        show(Optional.empty());
        assertThat(node("#commandRow").isVisible()).isFalse();
        choose(Editor.COMMAND);
        assertThat(node("#commandRow").isVisible()).isTrue();
        type("#command", "mine {folder}");
        type("#command", "mine 'a");
        assertThat(texts()).contains("Not saved: a quote is not closed.");
        assertThat(preferences.editor()).isEqualTo(new EditorChoice(Editor.COMMAND, "mine {folder}"));
    }

    @Test
    void aCommandForTheTerminalIsSaved() {
        show(Optional.empty());
        type("#terminal", "kitty --directory {folder} {command}");
        assertThat(preferences.terminal()).isEqualTo("kitty --directory {folder} {command}");
    }

    @Test
    void theStartWithTheDesktopIsReadFromTheDesktopAndWrittenToIt() {
        Autostart autostart = Autostart.of(system, Path.of("/opt/taskglass/bin/taskglass"));
        show(Optional.of(autostart));
        CheckBox box = (CheckBox) node("#autostart");
        assertThat(box.isSelected()).isFalse();
        interact(box::fire);
        assertThat(home.resolve(".config/autostart/taskglass.desktop")).exists();
        assertThat(box.isSelected()).isTrue();
        interact(box::fire);
        assertThat(home.resolve(".config/autostart/taskglass.desktop")).doesNotExist();
    }

    @Test
    void aFolderThatCannotBeWrittenIsSaidAndTheBoxGoesBack() throws IOException {
        Files.writeString(home.resolve(".config"), "no folder");
        show(Optional.of(Autostart.of(system, Path.of("/opt/taskglass/bin/taskglass"))));
        CheckBox box = (CheckBox) node("#autostart");
        interact(box::fire);
        assertThat(box.isSelected()).isFalse();
        assertThat(texts()).anyMatch(text -> text.startsWith("The desktop could not be changed: "));
    }

    @Test
    void withoutALauncherTheReasonIsGiven() {
        show(Optional.empty());
        assertThat(node("#autostart").isDisabled()).isTrue();
        assertThat(texts()).contains("Only an installed Taskglass can start with the desktop.");
    }

    @Test
    void newerReleasesAreReportedOnlyWhereItIsTicked() {
        show(Optional.empty());
        CheckBox newer = (CheckBox) node("#newer");
        assertThat(newer.isSelected()).isFalse();
        interact(newer::fire);
        assertThat(new UpdateChoice(settings).wanted()).isTrue();
    }

    private void show(Optional<Autostart> autostart) {
        ExternalPrograms programs = new ExternalPrograms(system, Runnable::run, command -> {}, autostart);
        interact(() -> {
            Theme theme = new Theme(new SimpleObjectProperty<>(false), settings);
            GeneralPage page = new GeneralPage(theme, preferences, new UpdateChoice(settings), programs, Runnable::run);
            stage.setScene(new Scene((Parent) page.content()));
            stage.setWidth(700);
            stage.setHeight(700);
            stage.show();
            page.opened();
        });
    }

    private void choose(Editor editor) {
        interact(() -> editors().setValue(editor));
    }

    private String named(Editor editor) {
        return FxThread.ask(() -> {
            editors().setValue(editor);
            return editors().getButtonCell().getText();
        });
    }

    @SuppressWarnings("unchecked") // it is filled with editors
    private ComboBox<Editor> editors() {
        return (ComboBox<Editor>) node("#editor");
    }

    private void type(String selector, String text) {
        interact(() -> {
            field(selector).setText(text);
            field(selector).fireEvent(new ActionEvent());
        });
    }

    private TextField field(String selector) {
        return (TextField) node(selector);
    }

    private List<String> texts() {
        return FxThread.ask(() -> stage.getScene().getRoot().lookupAll(".label").stream()
                .filter(Node::isVisible)
                .map(label -> ((Label) label).getText())
                .toList());
    }

    private Node node(String selector) {
        return FxThread.ask(() -> stage.getScene().lookup(selector));
    }
}

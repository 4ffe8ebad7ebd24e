package taskglass.ui.settings;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import taskglass.programs.Autostart;
import taskglass.programs.ExternalPrograms;
import taskglass.text.Texts;

/** The choice whether Taskglass starts with the desktop. The desktop is asked and told in the background. */
final class AutostartBox {
    private static final Logger LOG = System.getLogger(AutostartBox.class.getName());

    private final ExternalPrograms programs;
    private final Executor owner;
    private final CheckBox box = new CheckBox(Texts.of("settings.autostart"));
    private final Label note = new Label(Texts.of("settings.autostart.none"));
    private final VBox root = new VBox(box, note);

    AutostartBox(ExternalPrograms programs, Executor owner) {
        this.programs = programs;
        this.owner = owner;
        box.setId("autostart");
        box.setDisable(true);
        box.setOnAction(e -> programs.autostart().ifPresent(this::turn));
        root.getStyleClass().add("settings-choice");
        note.getStyleClass().addAll("settings-note", "below-box");
        note.setWrapText(true);
        note(programs.autostart().isPresent() ? "" : Texts.of("settings.autostart.none"));
    }

    Node root() {
        return root;
    }

    /** Asks the desktop. */
    void opened() {
        programs.autostart().ifPresent(autostart -> programs.aside().execute(() -> read(autostart)));
    }

    private void turn(Autostart autostart) {
        boolean on = box.isSelected();
        box.setDisable(true);
        programs.aside().execute(() -> {
            Optional<String> trouble = Optional.empty();
            try {
                autostart.turn(on);
            } catch (IOException e) {
                LOG.log(Level.WARNING, "the start with the desktop cannot be changed: " + e);
                trouble = Optional.of(Texts.of("settings.autostart.failed", String.valueOf(e.getMessage())));
            }
            String said = trouble.orElse("");
            owner.execute(() -> note(said));
            read(autostart);
        });
    }

    private void read(Autostart autostart) {
        boolean on = isOn(autostart);
        owner.execute(() -> {
            box.setSelected(on);
            box.setDisable(false);
        });
    }

    private static boolean isOn(Autostart autostart) {
        try {
            return autostart.isOn();
        } catch (IOException e) {
            LOG.log(Level.WARNING, "the start with the desktop is not known: " + e);
            return false;
        }
    }

    private void note(String text) {
        note.setText(text);
        note.setVisible(!text.isEmpty());
        note.setManaged(!text.isEmpty());
    }
}

package taskglass.ui.server;

import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import taskglass.settings.BrokenEntry;
import taskglass.text.Texts;

/** The unobtrusive note that some servers in the settings are unusable. Hovering shows which ones and why. */
final class BrokenEntriesChip extends Label {
    BrokenEntriesChip(List<BrokenEntry> broken) {
        String words = broken.stream().map(BrokenEntriesChip::of).collect(Collectors.joining("\n"));
        setText(Texts.of("broken.count", broken.size()));
        setTooltip(new Tooltip(words));
        setAccessibleHelp(words);
        getStyleClass().add("portless-chip");
    }

    private static String of(BrokenEntry entry) {
        String fault = Texts.of("broken." + entry.fault());
        return entry.name().isEmpty()
                ? Texts.of("broken.nameless", entry.position(), fault)
                : Texts.of("broken.named", entry.position(), entry.name(), fault);
    }
}

package taskglass.ui.server;

import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import taskglass.settings.BrokenEntry;
import taskglass.words.Words;

/** The unobtrusive note that some servers in the settings are unusable. Hovering shows which ones and why. */
final class BrokenChip extends Label {
    BrokenChip(List<BrokenEntry> broken) {
        String words = broken.stream().map(BrokenChip::of).collect(Collectors.joining("\n"));
        setText(Words.of("broken.count", broken.size()));
        setTooltip(new Tooltip(words));
        setAccessibleHelp(words);
        getStyleClass().add("portless-chip");
    }

    private static String of(BrokenEntry entry) {
        String fault = Words.of("broken." + entry.fault());
        return entry.name().isEmpty()
                ? Words.of("broken.nameless", entry.position(), fault)
                : Words.of("broken.named", entry.position(), entry.name(), fault);
    }
}

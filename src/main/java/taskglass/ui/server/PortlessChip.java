package taskglass.ui.server;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import taskglass.task.PortlessOpenCode;
import taskglass.words.Words;

/** The quiet word beside the servers that there are terminals which nobody can ask; which, and what to do, on hovering. */
final class PortlessChip extends Label {
    PortlessChip(List<PortlessOpenCode> terminals, boolean anyServer) {
        String words = FoundWords.portless(terminals, anyServer);
        setText(Words.of("found.portless.count", terminals.size()));
        setTooltip(new Tooltip(words));
        setAccessibleHelp(words);
        getStyleClass().add("portless-chip");
    }
}

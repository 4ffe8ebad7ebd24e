package taskglass.ui.server;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import taskglass.task.PortlessOpenCode;
import taskglass.text.Texts;

/** The unobtrusive note that there are terminals that cannot be queried. Hovering shows which ones and what to do. */
final class PortlessChip extends Label {
    PortlessChip(List<PortlessOpenCode> terminals, boolean anyServer) {
        String words = FoundServerText.portless(terminals, anyServer);
        setText(Texts.of("found.portless.count", terminals.size()));
        setTooltip(new Tooltip(words));
        setAccessibleHelp(words);
        getStyleClass().add("portless-chip");
    }
}

package taskglass.ui.server;

import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import taskglass.settings.ServerEntry;
import taskglass.settings.ServerMark;
import taskglass.text.Texts;
import taskglass.ui.frame.ServerBadge;

/** The choice of a mark for a server. */
final class MarkChoice {
    private final ToggleGroup group = new ToggleGroup();
    private final HBox row = new HBox();

    MarkChoice(ServerMark first) {
        row.getStyleClass().add("mark-choice");
        Stream.of(ServerMark.values()).map(this::button).forEach(row.getChildren()::add);
        group.getToggles().stream()
                .filter(toggle -> toggle.getUserData() == first)
                .forEach(group::selectToggle);
        // A click on the chosen mark leaves it chosen.
        group.selectedToggleProperty().addListener((source, was, is) -> {
            if (is == null) {
                group.selectToggle(was);
            }
        });
    }

    /** The first mark that no server has yet. */
    static ServerMark unused(List<ServerEntry> servers) {
        return Stream.of(ServerMark.values())
                .filter(mark -> servers.stream().noneMatch(server -> server.mark() == mark))
                .findFirst()
                .orElse(ServerMark.GREY);
    }

    Node root() {
        return row;
    }

    ServerMark chosen() {
        return (ServerMark) group.getSelectedToggle().getUserData();
    }

    private ToggleButton button(ServerMark mark) {
        ToggleButton button = new ToggleButton("", new ServerBadge(mark.word()));
        button.setUserData(mark);
        button.setToggleGroup(group);
        button.setAccessibleText(Texts.of("mark." + mark));
        button.setTooltip(new Tooltip(Texts.of("mark." + mark)));
        button.getStyleClass().add("mark-button");
        return button;
    }
}

package taskglass.ui.window;

import java.util.List;
import taskglass.ui.actions.PartKeys;
import taskglass.ui.attention.AttentionBar;
import taskglass.ui.detail.DetailSplit;
import taskglass.ui.detail.output.OutputView;
import taskglass.ui.detail.timeline.TimelineView;
import taskglass.ui.filter.FilterBar;
import taskglass.ui.launch.ContinueField;
import taskglass.ui.launch.LaunchWindow;

/** The keys of the parts of the window, which no action has. */
final class WindowKeys {
    private WindowKeys() {}

    static List<PartKeys> parts() {
        return List.of(
                AttentionBar.keys(),
                FilterBar.keys(),
                DetailSplit.keys(),
                OutputView.keys(),
                TimelineView.keys(),
                ContinueField.keys(),
                LaunchWindow.keys());
    }
}

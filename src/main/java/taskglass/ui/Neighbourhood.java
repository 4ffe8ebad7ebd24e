package taskglass.ui;

import taskglass.engine.Discovery;
import taskglass.settings.Settings;
import taskglass.ui.frame.Dialogs;
import taskglass.words.Words;

/** Whether servers of the local network are looked for: as a person last chose, and until then not. */
final class Neighbourhood {
    private static final String SECTION = "neighbours";

    private final Discovery discovery;
    private final Settings settings;

    Neighbourhood(Discovery discovery, Settings settings) {
        this.discovery = discovery;
        this.settings = settings;
        discovery.neighbours(settings.section(SECTION, Boolean.class, false));
    }

    /** Whether there is anything to choose: where servers were named, none are looked for. */
    boolean mayBeChosen() {
        return discovery.started();
    }

    /** Says what it would mean, and turns it on or off if that is agreed to. */
    void choose(Dialogs dialogs) {
        String turn = discovery.neighbours() ? "neighbours.off" : "neighbours.on";
        if (dialogs.agreed(Words.of("neighbours.title"), Words.of(turn), Words.of(turn + ".yes"))) {
            discovery.neighbours(!discovery.neighbours());
            settings.put(SECTION, discovery.neighbours());
        }
    }
}

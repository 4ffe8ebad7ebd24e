package taskglass.ui.window;

import taskglass.engine.Discovery;
import taskglass.settings.Settings;
import taskglass.text.Texts;
import taskglass.ui.frame.Dialogs;

/** The user's choice whether to look for servers on the local network. Off by default; the last choice is kept. */
final class MdnsSetting {
    private static final String SECTION = "neighbours";

    private final Discovery discovery;
    private final Settings settings;

    MdnsSetting(Discovery discovery, Settings settings) {
        this.discovery = discovery;
        this.settings = settings;
        discovery.searchLocalNetwork(settings.section(SECTION, Boolean.class, false));
    }

    /** Whether there is a choice at all: if servers were named explicitly, Taskglass does not look for any. */
    boolean mayBeChosen() {
        return discovery.started();
    }

    /** Explains what the change means and switches the search on or off if the user agrees. */
    void choose(Dialogs dialogs) {
        String turn = discovery.searchesLocalNetwork() ? "localNetwork.off" : "localNetwork.on";
        if (dialogs.agreed(Texts.of("localNetwork.title"), Texts.of(turn), Texts.of(turn + ".yes"))) {
            discovery.searchLocalNetwork(!discovery.searchesLocalNetwork());
            settings.put(SECTION, discovery.searchesLocalNetwork());
        }
    }
}

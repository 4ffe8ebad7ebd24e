package taskglass.ui.server;

import taskglass.engine.Discovery;
import taskglass.settings.Settings;

/** The user's choice whether to look for servers on the local network. Off by default; the last choice is kept. */
public final class MdnsSetting {
    private static final String SECTION = "neighbours";

    private final Discovery discovery;
    private final Settings settings;

    public MdnsSetting(Discovery discovery, Settings settings) {
        this.discovery = discovery;
        this.settings = settings;
        discovery.searchLocalNetwork(settings.section(SECTION, Boolean.class, false));
    }

    /** Whether there is a choice at all: if servers were named explicitly, Taskglass does not look for any. */
    public boolean mayBeChosen() {
        return discovery.started();
    }

    boolean chosen() {
        return discovery.searchesLocalNetwork();
    }

    void choose(boolean wanted) {
        discovery.searchLocalNetwork(wanted);
        settings.put(SECTION, wanted);
    }
}

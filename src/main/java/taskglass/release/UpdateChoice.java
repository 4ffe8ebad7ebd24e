package taskglass.release;

import java.time.Instant;
import taskglass.settings.Settings;

/** Whether the user wants to be told of newer releases (off by default), and the last answer. */
public final class UpdateChoice {
    private static final String SECTION = "updates";

    private final Settings settings;

    public UpdateChoice(Settings settings) {
        this.settings = settings;
    }

    /** The stored values. The time is in milliseconds. */
    private record Kept(boolean wanted, long asked, Release newest) {
        private static final Kept NOTHING = new Kept(false, 0, Release.NONE);
    }

    public boolean wanted() {
        return kept().wanted();
    }

    public void want(boolean wanted) {
        settings.put(SECTION, new Kept(wanted, kept().asked(), newest()));
    }

    Instant asked() {
        return Instant.ofEpochMilli(kept().asked());
    }

    void askedAt(Instant now) {
        settings.put(SECTION, new Kept(wanted(), now.toEpochMilli(), newest()));
    }

    Release newest() {
        Release newest = kept().newest();
        return newest == null ? Release.NONE : newest;
    }

    void setNewest(Release newest) {
        settings.put(SECTION, new Kept(wanted(), kept().asked(), newest));
    }

    private Kept kept() {
        return settings.section(SECTION, Kept.class, Kept.NOTHING);
    }
}

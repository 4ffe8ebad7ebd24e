package taskglass.release;

import java.time.Instant;
import taskglass.settings.Settings;

/** Whether a person wants to hear of newer releases, which is not so until they say it, and what was heard last. */
public final class UpdateChoice {
    private static final String SECTION = "updates";

    private final Settings settings;

    public UpdateChoice(Settings settings) {
        this.settings = settings;
    }

    /** What stands in the file; the time is in milliseconds. */
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

    void heard(Release newest) {
        settings.put(SECTION, new Kept(wanted(), kept().asked(), newest));
    }

    private Kept kept() {
        return settings.section(SECTION, Kept.class, Kept.NOTHING);
    }
}

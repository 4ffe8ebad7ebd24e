package taskglass.release;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import taskglass.settings.Settings;

/**
 * Asks for the newest release once a day, if a person has chosen so; what goes wrong is logged and told nobody. Used by the
 * owner's thread.
 */
public final class UpdateCheck {
    private static final Logger LOG = System.getLogger(UpdateCheck.class.getName());
    private static final Duration DAY = Duration.ofDays(1);

    private final String version;
    private final UpdateChoice choice;
    private final Callable<Release> question;
    private final Executor aside;
    private final Executor owner;
    private final Consumer<Release> tell;

    /**
     * @param settings where it is kept whether a person wants this, and what was heard last
     * @param question asks for the newest release, and may block
     * @param aside runs the question, away from the owner's thread
     * @param tell hears of a newer release, once for each
     */
    public UpdateCheck(
            String version,
            Settings settings,
            Callable<Release> question,
            Executor aside,
            Executor owner,
            Consumer<Release> tell) {
        this.version = version;
        this.choice = new UpdateChoice(settings);
        this.question = question;
        this.aside = aside;
        this.owner = owner;
        this.tell = tell;
    }

    /** Tells again what was heard before this start. */
    public void recall() {
        if (choice.wanted()) {
            hear(choice.newest());
        }
    }

    /** It is now this late: asks, if a day has passed since the last question. */
    public void at(Instant now) {
        if (choice.wanted() && !now.isBefore(choice.asked().plus(DAY))) {
            choice.askedAt(now);
            aside.execute(this::ask);
        }
    }

    private void ask() {
        try {
            Release newest = question.call();
            owner.execute(() -> {
                if (!newest.equals(choice.newest())) {
                    choice.heard(newest);
                    hear(newest);
                }
            });
        } catch (Exception e) {
            LOG.log(Level.INFO, "the newest release cannot be asked for", e);
        }
    }

    private void hear(Release newest) {
        if (Versions.isNewer(newest.version(), version)) {
            tell.accept(newest);
        }
    }
}

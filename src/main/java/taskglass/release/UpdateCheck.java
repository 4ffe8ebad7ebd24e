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
 * Asks for the newest release once a day, if the user has enabled it. Errors are only logged. Not thread-safe: used on
 * the owner's thread only.
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
     * Creates the check.
     *
     * @param settings stores whether the user wants this, and the last answer
     * @param question asks for the newest release, and may block
     * @param aside runs the question off the owner's thread
     * @param tell receives a newer release, once for each
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

    /** Reports again the release that was found before this start. */
    public void recall() {
        if (choice.wanted()) {
            onRelease(choice.newest());
        }
    }

    /** Takes the current time. Asks if a day has passed since the last time it asked. */
    public void at(Instant now) {
        if (choice.wanted() && !now.isBefore(choice.asked().plus(DAY))) {
            choice.askedAt(now);
            aside.execute(this::check);
        }
    }

    private void check() {
        try {
            Release newest = question.call();
            owner.execute(() -> {
                if (!newest.equals(choice.newest())) {
                    choice.setNewest(newest);
                    onRelease(newest);
                }
            });
        } catch (Exception e) {
            LOG.log(Level.INFO, "the newest release cannot be asked for", e);
        }
    }

    private void onRelease(Release newest) {
        if (Versions.isNewer(newest.version(), version)) {
            tell.accept(newest);
        }
    }
}

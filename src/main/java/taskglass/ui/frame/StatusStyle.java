package taskglass.ui.frame;

import java.time.Duration;
import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;
import taskglass.task.Activity;
import taskglass.task.TaskStatus;
import taskglass.task.request.RemovalState;
import taskglass.task.status.AgentTask;
import taskglass.task.store.ReadNeeds;
import taskglass.text.QuietText;
import taskglass.text.Texts;

/** The appearance of a status: an icon with a unique shape, a word and a tone. */
public record StatusStyle(Ikon icon, String word, Tone tone) {

    public static StatusStyle of(AgentTask task) {
        if (task.removal() != RemovalState.NONE) {
            Ikon icon = task.removal() == RemovalState.DELETE ? BootstrapIcons.TRASH : BootstrapIcons.ARCHIVE;
            return new StatusStyle(icon, Texts.of("action.parting." + task.removal()), Tone.MUTED);
        }
        if (ReadNeeds.statusUnread(task)) {
            return new StatusStyle(BootstrapIcons.THREE_DOTS, Texts.of("status.unread"), Tone.MUTED);
        }
        StatusStyle plain = task.lastSeen().isPresent() ? of(task.status()).grey() : of(task.status());
        return task.status() == TaskStatus.RETRYING && task.activity() instanceof Activity.Retrying retry
                ? new StatusStyle(plain.icon, Texts.of("status.retry", retry.attempt()), plain.tone)
                : plain;
    }

    /** The appearance of a running task that has shown no activity for that long. */
    public static StatusStyle quiet(Duration silence) {
        return new StatusStyle(BootstrapIcons.HOURGLASS_SPLIT, QuietText.of(silence), Tone.WARNING);
    }

    /** The same in grey, for a status that is out of date. */
    private StatusStyle grey() {
        return new StatusStyle(icon, word, Tone.MUTED);
    }

    public static StatusStyle of(TaskStatus status) {
        return new StatusStyle(icon(status), Texts.of("status." + status), tone(status));
    }

    private static Ikon icon(TaskStatus status) {
        return switch (status) {
            case QUEUED -> BootstrapIcons.CLOCK;
            case STARTING -> BootstrapIcons.CIRCLE;
            case RUNNING -> BootstrapIcons.CIRCLE_HALF;
            case RETRYING -> BootstrapIcons.ARROW_REPEAT;
            case NEEDS_YOU -> BootstrapIcons.FLAG_FILL;
            case CANCELLING -> BootstrapIcons.DASH_CIRCLE_DOTTED;
            case COMPLETED -> BootstrapIcons.CHECK_CIRCLE_FILL;
            case FAILED -> BootstrapIcons.X_OCTAGON_FILL;
            case CANCELLED -> BootstrapIcons.SLASH_CIRCLE;
            case INTERRUPTED -> BootstrapIcons.LIGHTNING_FILL;
            case IDLE -> BootstrapIcons.DASH;
        };
    }

    private static Tone tone(TaskStatus status) {
        return switch (status) {
            case STARTING, RUNNING -> Tone.ACCENT;
            case RETRYING, NEEDS_YOU, CANCELLING -> Tone.WARNING;
            case COMPLETED -> Tone.SUCCESS;
            case FAILED -> Tone.DANGER;
            case QUEUED, CANCELLED, INTERRUPTED, IDLE -> Tone.MUTED;
        };
    }

    /** What color adds to shape and word. Each tone is a pseudo-class of the stylesheet. */
    public enum Tone {
        PLAIN,
        MUTED,
        ACCENT,
        SUCCESS,
        WARNING,
        DANGER;

        /** Gives the node this tone and removes all others. */
        public void applyTo(Node node) {
            for (Tone tone : values()) {
                node.pseudoClassStateChanged(tone.pseudoClass(), tone == this);
            }
        }

        private PseudoClass pseudoClass() {
            return PseudoClass.getPseudoClass(name().toLowerCase(Locale.ROOT));
        }
    }
}

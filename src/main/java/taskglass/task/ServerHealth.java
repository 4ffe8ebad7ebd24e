package taskglass.task;

import java.time.Instant;
import java.util.Optional;

/** How the connection to one server stands: when it was last listed, what is in the way, whether events stream in. */
public record ServerHealth(ServerId server, Optional<Instant> listed, Optional<Trouble> trouble, boolean streaming) {
    /** The one word for it. */
    public enum Word {
        CONNECTING,
        LIVE,
        POLLING_ONLY,
        UNREACHABLE,
        UNAUTHORISED,
        NOT_OPENCODE,
        TOO_OLD,
        PAUSED,
        PLAIN_HTTP
    }

    static ServerHealth unknown(ServerId server) {
        return new ServerHealth(server, Optional.empty(), Optional.empty(), false);
    }

    public Word word() {
        if (trouble.isPresent()) {
            return switch (trouble.get()) {
                case Trouble.Unauthorised u -> Word.UNAUTHORISED;
                case Trouble.NotOpenCode n -> Word.NOT_OPENCODE;
                case Trouble.TooOld o -> Word.TOO_OLD;
                case Trouble.Paused p -> Word.PAUSED;
                case Trouble.PlainHttp p -> Word.PLAIN_HTTP;
                case Trouble.NoAnswer n -> Word.UNREACHABLE;
                case Trouble.Refused r -> Word.UNREACHABLE;
                case Trouble.Ended e -> Word.UNREACHABLE;
            };
        }
        if (listed.isEmpty()) {
            return Word.CONNECTING;
        }
        return streaming ? Word.LIVE : Word.POLLING_ONLY;
    }

    boolean looksLike(ServerHealth other) {
        return word() == other.word() && trouble.equals(other.trouble);
    }

    /** Whether nothing is in the way, as far as is known. */
    boolean answers() {
        return trouble.isEmpty();
    }

    /** Whether it has told what it works on, and answers still. */
    boolean tells() {
        return answers() && listed.isPresent();
    }

    ServerHealth listedAt(Instant when) {
        return new ServerHealth(server, Optional.of(when), Optional.empty(), streaming);
    }

    /** That a server of ours has ended says more than that it does not answer since. */
    ServerHealth troubled(Trouble by) {
        boolean ended = trouble.filter(Trouble.Ended.class::isInstance).isPresent();
        return ended ? this : new ServerHealth(server, listed, Optional.of(by), streaming);
    }

    ServerHealth streaming(boolean now) {
        return new ServerHealth(server, listed, trouble, now);
    }
}

package taskglass.settings;

import java.util.EnumSet;
import java.util.Set;
import taskglass.task.ServerId;

/** A server that a person added. Its password is never a part of it. */
public record ServerEntry(ServerId server, String name, ServerMark mark, String user, Set<Flag> flags) {
    /** Who opens an OpenCode server when nobody else is named. */
    public static final String DEFAULT_USER = "opencode";

    /** What is true of it or not; each is a field of the file that is there only while it is true. */
    public enum Flag {
        /** It is not to be asked anything for the time being. */
        PAUSED("paused"),
        /** A person has agreed that its password travels in plain text. */
        PLAIN_HTTP("plainHttp"),
        /** Its password is in the keychain. */
        KEYCHAIN("keychain");

        private final String field;

        Flag(String field) {
            this.field = field;
        }

        String field() {
            return field;
        }
    }

    public ServerEntry {
        flags = Set.copyOf(flags);
    }

    public boolean is(Flag flag) {
        return flags.contains(flag);
    }

    public ServerEntry with(Flag flag, boolean now) {
        Set<Flag> changed = EnumSet.noneOf(Flag.class);
        changed.addAll(flags);
        if (now) {
            changed.add(flag);
        } else {
            changed.remove(flag);
        }
        return new ServerEntry(server, name, mark, user, changed);
    }
}

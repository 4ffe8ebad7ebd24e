package taskglass.settings;

import java.util.EnumSet;
import java.util.Set;
import taskglass.task.ServerId;

/** A server that the user added. Its password is never part of it. */
public record ServerEntry(ServerId server, String name, ServerMark mark, String user, Set<Flag> flags) {
    /** The user name for an OpenCode server if none is given. */
    public static final String DEFAULT_USER = "opencode";

    /** Yes-or-no properties. Each is a field of the file that is present only while it is true. */
    public enum Flag {
        /** It is not asked anything for the time being. */
        PAUSED("paused"),
        /** The user has agreed that its password travels in plain text. */
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

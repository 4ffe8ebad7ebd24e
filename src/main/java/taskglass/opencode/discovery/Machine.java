package taskglass.opencode.discovery;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** What the operating system tells of processes, ports and files. Used by one thread at a time; blocks for moments. */
public sealed interface Machine permits LinuxMachine, OshiMachine {
    /** The machine that this runs on. */
    static Machine ofThis() {
        return System.getProperty("os.name").startsWith("Linux") ? new LinuxMachine() : new OshiMachine();
    }

    /** The processes of this user that run OpenCode. */
    List<OpenCodeProcess> openCodes();

    /** All ports at which somebody listens; those of these processes name them. */
    List<Listening> listening(Set<Long> pids);

    /** Whether a file belongs to this user, and nobody else may read or write it. */
    boolean isPrivate(Path file);
}

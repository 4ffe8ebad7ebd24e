package taskglass.opencode.discovery;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** Reads processes, ports and files from the operating system. Used by one thread at a time. Blocks briefly. */
public sealed interface LocalMachine permits LinuxMachine, OshiMachine {
    /** Returns the implementation for this computer. */
    static LocalMachine ofThis() {
        return System.getProperty("os.name").startsWith("Linux") ? new LinuxMachine() : new OshiMachine();
    }

    /** The processes of this user that run OpenCode. */
    List<OpenCodeProcess> openCodes();

    /** All listening ports. Those of the given processes include the process. */
    List<ListeningPort> listening(Set<Long> pids);

    /** Whether a file belongs to this user and no other user may read or write it. */
    boolean isPrivate(Path file);
}

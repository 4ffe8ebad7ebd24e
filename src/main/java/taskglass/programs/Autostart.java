package taskglass.programs;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Whether Taskglass starts with the user's desktop. The desktop keeps the answer, so every call asks it. Blocks. */
public sealed interface Autostart permits DesktopEntry, LaunchAgent, RunKey {
    boolean isOn() throws IOException;

    void turn(boolean on) throws IOException;

    /**
     * Returns the way of this system; empty if this Taskglass was not started by a launcher of its own that the desktop
     * could start, too.
     */
    static Optional<Autostart> of(HostSystem system) {
        return launcher().map(program -> of(system, program));
    }

    static Autostart of(HostSystem system, Path program) {
        return switch (system.kind()) {
            case LINUX -> DesktopEntry.of(system, program);
            case MAC -> LaunchAgent.of(system, program);
            case WINDOWS -> new RunKey(program, RunKey::run);
        };
    }

    /** The program of the package that this process was started from, as its launcher says. */
    private static Optional<Path> launcher() {
        return Optional.ofNullable(System.getProperty("jpackage.app-path"))
                .or(() -> Optional.ofNullable(System.getProperty("taskglass.program")))
                .filter(path -> !path.isEmpty())
                .map(Path::of)
                .filter(Path::isAbsolute);
    }
}

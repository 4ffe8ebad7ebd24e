package taskglass.programs;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * What a window needs to start other programs.
 *
 * @param aside runs what blocks
 * @param autostart empty if Taskglass cannot start with the desktop
 */
public record ExternalPrograms(HostSystem system, Executor aside, Starting starting, Optional<Autostart> autostart) {
    /** Starts a program. Blocks. */
    @FunctionalInterface
    public interface Starting {
        void start(ProgramCommand command) throws NotOpened;
    }

    /** Builds a command. May read the disk. */
    @FunctionalInterface
    public interface Building {
        ProgramCommand build() throws NotOpened;
    }

    public static ExternalPrograms ofThisMachine(Executor aside) {
        HostSystem system = HostSystem.ofThisMachine();
        return new ExternalPrograms(system, aside, new ProgramStarter()::start, Autostart.of(system));
    }

    /** Returns a machine on which nothing is installed. Whatever is started there is lost. */
    public static ExternalPrograms none() {
        HostSystem bare = new HostSystem(HostSystem.Kind.LINUX, Map.of(), Path.of("/nowhere"));
        return new ExternalPrograms(bare, Runnable::run, command -> {}, Optional.empty());
    }

    /** Builds and starts a command in the background. {@code failed} is called there if that fails. */
    public void open(Building building, Consumer<NotOpened> failed) {
        aside.execute(() -> {
            try {
                starting.start(building.build());
            } catch (NotOpened e) {
                failed.accept(e);
            }
        });
    }
}

package taskglass.opencode;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import taskglass.task.Refusal.NoStart;

/**
 * The OpenCode of this machine, as far as it can be started: where its program is, and what its environment has beside
 * ours.
 */
public record LocalOpenCode(OpenCodeInstall install, Map<String, String> environment) {
    public LocalOpenCode {
        environment = Map.copyOf(environment);
    }

    public static LocalOpenCode ofThisMachine() {
        return new LocalOpenCode(OpenCodeInstall.ofThisMachine(), Map.of());
    }

    public Optional<Path> program() {
        return install.find();
    }

    /** Starts a server in a folder; blocks until it listens. */
    public LocalServer start(Path folder) throws LocalServerFailed {
        Path program = program().orElseThrow(() -> new LocalServerFailed(NoStart.NOT_INSTALLED, "", List.of()));
        return LocalServer.start(program, folder, environment);
    }
}

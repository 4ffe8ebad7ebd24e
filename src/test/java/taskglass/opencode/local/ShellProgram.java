package taskglass.opencode.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import taskglass.lab.Await;

/** A shell script in place of OpenCode, which misbehaves as a test wants; started in the folder that it lies in. */
record ShellProgram(Path folder) {
    /** What a script prints to be taken for a server that listens. */
    static final String LISTENS = "echo 'opencode server listening on http://127.0.0.1:1234'";

    ServeCommand command(String... lines) throws IOException {
        Path script = folder.resolve("opencode");
        Files.writeString(script, "#!/bin/sh\n" + String.join("\n", lines) + "\n");
        if (!script.toFile().setExecutable(true)) {
            throw new IOException(script + " cannot be made executable");
        }
        return new ServeCommand(script, folder, Map.of());
    }

    /** Starts it with a password of its own; it prints to a file beside it. */
    static LocalServer start(ServeCommand command, CompletableFuture<Void> patienceOver) throws LocalServerFailed {
        return LocalServer.start(command, LocalServer.newCredentials(), state(command), patienceOver);
    }

    static LocalServer start(ServeCommand command) throws LocalServerFailed {
        return LocalServer.start(command, LocalServer.newCredentials(), state(command));
    }

    private static StateFolder state(ServeCommand command) {
        return new StateFolder(command.program().toAbsolutePath().resolveSibling("state"));
    }

    /** The process whose id the script wrote into this file, once it is there. */
    ProcessHandle process(String file) {
        Path written = folder.resolve(file);
        Await.until(file + " is written", () -> Files.exists(written) && Files.size(written) > 1);
        try {
            return ProcessHandle.of(Long.parseLong(Files.readString(written).strip()))
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

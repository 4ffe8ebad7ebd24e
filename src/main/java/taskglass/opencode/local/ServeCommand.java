package taskglass.opencode.local;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import taskglass.opencode.http.Credentials;
import taskglass.task.request.Refusal.NoStart;

/**
 * The command {@code opencode serve} for one folder. Secrets go into its environment, never into its arguments.
 *
 * @param port the port to listen on; 0 for any free port
 */
record ServeCommand(Path program, Path folder, Map<String, String> extraEnvironment, int port) {
    /**
     * Lets a process outlive the terminal that its parent was started in. Ctrl-C and the end of the terminal reach
     * every process of a session, so the process gets its own session. Both commands then turn into the program.
     */
    private static final List<Path> DETACHING = List.of(Path.of("/usr/bin/setsid"), Path.of("/usr/bin/nohup"));

    private static final Path NOTHING = Path.of("/dev/null");

    ServeCommand(Path program, Path folder, Map<String, String> extraEnvironment) {
        this(program, folder, extraEnvironment, 0);
    }

    Process run(Credentials credentials, Path log) throws LocalServerFailed {
        if (!Files.isDirectory(folder)) {
            throw new LocalServerFailed(NoStart.NO_FOLDER, folder.toString(), List.of());
        }
        if (!Files.isExecutable(program)) {
            throw new LocalServerFailed(NoStart.NOT_RUN, program + " is no program", List.of());
        }
        try {
            return builder(credentials, log).start();
        } catch (IOException e) {
            throw new LocalServerFailed(NoStart.NOT_RUN, String.valueOf(e.getMessage()), List.of());
        }
    }

    private ProcessBuilder builder(Credentials credentials, Path log) {
        ProcessBuilder builder = new ProcessBuilder(command())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(log.toFile()));
        if (Files.exists(NOTHING)) {
            builder.redirectInput(NOTHING.toFile());
        }
        Map<String, String> environment = builder.environment();
        environment.putAll(extraEnvironment);
        addOwnDirectory(environment);
        environment.put("OPENCODE_SERVER_USERNAME", credentials.user());
        // Version 2 reads the first of these: a value set by the user would lock Taskglass out.
        environment.put("OPENCODE_PASSWORD", credentials.password());
        environment.put("OPENCODE_SERVER_PASSWORD", credentials.password());
        return builder;
    }

    private List<String> command() {
        Optional<Path> detaching =
                DETACHING.stream().filter(Files::isExecutable).findFirst();
        List<String> command =
                new ArrayList<>(detaching.map(Path::toString).stream().toList());
        command.addAll(List.of(program.toAbsolutePath().toString(), "serve"));
        command.addAll(List.of("--port", String.valueOf(port), "--hostname", "127.0.0.1"));
        return command;
    }

    /** The Node that an npm launcher needs is in the same directory, and the PATH of a window may lack both. */
    private void addOwnDirectory(Map<String, String> environment) {
        String path = environment.keySet().stream()
                .filter("PATH"::equalsIgnoreCase)
                .findFirst()
                .orElse("PATH");
        String own = String.valueOf(program.toAbsolutePath().getParent());
        environment.merge(path, own, (known, added) -> known + File.pathSeparator + added);
    }
}

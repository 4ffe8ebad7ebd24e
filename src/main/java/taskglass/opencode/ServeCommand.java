package taskglass.opencode;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import taskglass.task.Refusal.NoStart;

/** The command {@code opencode serve} for one folder; a secret goes into its environment, never into its arguments. */
record ServeCommand(Path program, Path folder, Map<String, String> extraEnvironment) {

    Process run(String username, String password) throws LocalServerFailed {
        if (!Files.isDirectory(folder)) {
            throw new LocalServerFailed(NoStart.NO_FOLDER, folder.toString(), List.of());
        }
        try {
            return builder(username, password).start();
        } catch (IOException e) {
            throw new LocalServerFailed(NoStart.NOT_RUN, String.valueOf(e.getMessage()), List.of());
        }
    }

    private ProcessBuilder builder(String username, String password) {
        String absolute = program.toAbsolutePath().toString();
        ProcessBuilder builder = new ProcessBuilder(absolute, "serve", "--port", "0", "--hostname", "127.0.0.1")
                .directory(folder.toFile())
                .redirectErrorStream(true);
        Map<String, String> environment = builder.environment();
        environment.putAll(extraEnvironment);
        addOwnDirectory(environment);
        environment.put("OPENCODE_SERVER_USERNAME", username);
        environment.put("OPENCODE_SERVER_PASSWORD", password);
        return builder;
    }

    /** The Node that an npm launcher needs lies beside it, and the PATH of a window may know neither. */
    private void addOwnDirectory(Map<String, String> environment) {
        String path = environment.keySet().stream()
                .filter("PATH"::equalsIgnoreCase)
                .findFirst()
                .orElse("PATH");
        String own = String.valueOf(program.toAbsolutePath().getParent());
        environment.merge(path, own, (known, added) -> known + File.pathSeparator + added);
    }
}

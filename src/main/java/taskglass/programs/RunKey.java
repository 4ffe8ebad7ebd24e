package taskglass.programs;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.List;

/** Starts Taskglass when the user logs in to Windows: by a value of the registry key Run. */
final class RunKey implements Autostart {
    private static final String KEY = "HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Run";
    private static final String VALUE = "Taskglass";

    private final Path program;
    private final Registry registry;

    /** Runs a command of the registry tool and returns its exit status. */
    @FunctionalInterface
    interface Registry {
        int run(List<String> words) throws IOException;
    }

    RunKey(Path program, Registry registry) {
        this.program = program;
        this.registry = registry;
    }

    @Override
    public boolean isOn() throws IOException {
        return registry.run(List.of("reg", "query", KEY, "/v", VALUE)) == 0;
    }

    @Override
    public void turn(boolean on) throws IOException {
        int status = registry.run(on ? adding() : List.of("reg", "delete", KEY, "/v", VALUE, "/f"));
        if (status != 0) {
            throw new IOException("reg ended with status " + status);
        }
    }

    /**
     * The value is a command line: a path with spaces must be in quotes. The backslashes keep these quotes from being
     * read as those of the argument. A file name on Windows cannot contain a quote.
     */
    private List<String> adding() {
        return List.of("reg", "add", KEY, "/v", VALUE, "/t", "REG_SZ", "/d", "\\\"" + program + "\\\"", "/f");
    }

    static int run(List<String> words) throws IOException {
        try {
            return new ProcessBuilder(words)
                    .redirectErrorStream(true)
                    .redirectOutput(Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}

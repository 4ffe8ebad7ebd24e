package taskglass.lab;

import java.io.IOException;
import java.nio.file.Path;
import taskglass.opencode.local.ProcessTree;

/** OpenCode's own screen in a pseudo-terminal, which {@code script} of util-linux provides; it ends when closed. */
public final class LabTerminal implements AutoCloseable {
    private final Process process;

    LabTerminal(Path program, LabHome home, String prompt) throws IOException {
        this("--prompt '%s'".formatted(prompt), program, home);
    }

    static LabTerminal with(Path program, LabHome home, String options) throws IOException {
        return new LabTerminal(options, program, home);
    }

    private LabTerminal(String options, Path program, LabHome home) throws IOException {
        String line = "stty rows 40 cols 120; '%s' %s".formatted(program, options);
        ProcessBuilder builder = new ProcessBuilder("script", "-qfec", line, "/dev/null")
                .directory(home.project().toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        LabProcess.enter(home, builder.environment());
        builder.environment().put("TERM", "xterm-256color");
        process = builder.start();
    }

    /** Whether that process runs in it. */
    public boolean runs(long pid) {
        return process.descendants().anyMatch(child -> child.pid() == pid);
    }

    @Override
    public void close() {
        new ProcessTree(process.toHandle()).end();
    }
}

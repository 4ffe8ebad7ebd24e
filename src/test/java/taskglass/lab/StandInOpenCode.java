package taskglass.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A program named opencode in a folder of its own, which says that it listens where another server does, and waits. */
public record StandInOpenCode(Path folder) {
    /** {@code url} is where it says that it listens. */
    public static StandInOpenCode in(Path folder, String url) throws IOException {
        StandInOpenCode program = new StandInOpenCode(folder);
        Path script = Files.createDirectories(folder.resolve("bin")).resolve("opencode");
        Files.writeString(script, """
            #!/bin/sh
            echo "$$ $@" >> %s
            echo 'opencode server listening on %s'
            exec sleep 600
            """.formatted(program.starts(), url));
        if (!script.toFile().setExecutable(true)) {
            throw new IOException(script + " cannot be made executable");
        }
        return program;
    }

    /** What finds it. */
    public Map<String, String> path() {
        return Map.of("PATH", folder.resolve("bin").toString());
    }

    /** A home of its own. */
    public Map<String, String> environment() {
        return Map.of(
                "HOME",
                folder.toString(),
                "XDG_STATE_HOME",
                folder.resolve("state").toString());
    }

    /** The arguments of each start so far. */
    public List<String> arguments() {
        return lines().stream().map(line -> line.replaceFirst("^\\d+ ", "")).toList();
    }

    /** Whether the process of the last start runs. */
    public boolean runs() {
        return process().filter(ProcessHandle::isAlive).isPresent();
    }

    /** Ends it from outside, as a system out of memory would. */
    public void kill() {
        process().ifPresent(ProcessHandle::destroyForcibly);
    }

    private Optional<ProcessHandle> process() {
        return ProcessHandle.of(Long.parseLong(lines().getLast().split(" ", 2)[0]));
    }

    private Path starts() {
        return folder.resolve("starts");
    }

    private List<String> lines() {
        try {
            return Files.readAllLines(starts());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

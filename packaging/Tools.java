import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.List;
import java.util.spi.ToolProvider;

/** Runs the JDK's tools in this process and the system's tools as child processes. A failure ends the build. */
final class Tools {
    private Tools() {}

    /** Runs a tool of the current JDK, such as jlink. Its output is shown only if it fails. */
    static void jdk(String name, List<String> arguments) {
        ToolProvider tool = ToolProvider.findFirst(name)
                .orElseThrow(() -> new IllegalStateException("This JDK has no " + name + "."));
        StringWriter said = new StringWriter();
        PrintWriter out = new PrintWriter(said);
        if (tool.run(out, out, arguments.toArray(String[]::new)) != 0) {
            throw new IllegalStateException(name + " " + String.join(" ", arguments) + "\n" + said);
        }
    }

    /** Runs a program of the system, such as dpkg-deb, with this process's output. */
    static void system(ProcessBuilder program) throws IOException, InterruptedException {
        run(program.inheritIO());
    }

    /** Runs a program and keeps what it prints in a file. */
    static void write(Path file, List<String> command) throws IOException, InterruptedException {
        run(new ProcessBuilder(command).redirectError(Redirect.INHERIT).redirectOutput(file.toFile()));
    }

    private static void run(ProcessBuilder program) throws IOException, InterruptedException {
        int status = program.start().waitFor();
        if (status != 0) {
            throw new IllegalStateException(String.join(" ", program.command()) + " ended with " + status + ".");
        }
    }
}

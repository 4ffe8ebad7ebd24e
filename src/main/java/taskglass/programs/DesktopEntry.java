package taskglass.programs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Starts Taskglass with a desktop that follows the Desktop Application Autostart Specification: by a file in its folder. */
final class DesktopEntry implements Autostart {
    private final Path file;
    private final Path program;

    private DesktopEntry(Path file, Path program) {
        this.file = file;
        this.program = program;
    }

    static DesktopEntry of(HostSystem system, Path program) {
        String configured = system.variable("XDG_CONFIG_HOME");
        Path config = configured.isEmpty() ? system.home().resolve(".config") : Path.of(configured);
        return new DesktopEntry(config.resolve("autostart/taskglass.desktop"), program);
    }

    Path file() {
        return file;
    }

    @Override
    public boolean isOn() {
        return Files.exists(file);
    }

    @Override
    public void turn(boolean on) throws IOException {
        if (on) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, content());
        } else {
            Files.deleteIfExists(file);
        }
    }

    String content() {
        return """
            [Desktop Entry]
            Type=Application
            Version=1.0
            Name=Taskglass
            Exec=%s
            Icon=taskglass
            Terminal=false
            """.replace("%s", exec(program.toString()));
    }

    /**
     * Quotes a program for the key Exec: in double quotes, with a backslash before what these do not protect, and percent
     * signs doubled. The value is then escaped again, like every value of the file.
     */
    private static String exec(String program) {
        String quoted = "\"" + program.replaceAll("[\"`$\\\\]", "\\\\$0").replace("%", "%%") + "\"";
        return quoted.replace("\\", "\\\\")
                .replace("\n", "\\n")
                .replace("\t", "\\t")
                .replace("\r", "\\r");
    }
}

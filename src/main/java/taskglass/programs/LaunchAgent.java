package taskglass.programs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Starts Taskglass when the user logs in to a Mac: by a property list in the folder of launch agents. */
final class LaunchAgent implements Autostart {
    private static final String LABEL = "taskglass";

    private final Path file;
    private final Path program;

    private LaunchAgent(Path file, Path program) {
        this.file = file;
        this.program = program;
    }

    static LaunchAgent of(HostSystem system, Path program) {
        return new LaunchAgent(system.home().resolve("Library/LaunchAgents/" + LABEL + ".plist"), program);
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
            String content = content();
            Files.createDirectories(file.getParent());
            Files.writeString(file, content);
        } else {
            Files.deleteIfExists(file);
        }
    }

    String content() throws IOException {
        String path = program.toString();
        if (path.chars().anyMatch(c -> c < ' ')) {
            throw new IOException("a property list cannot contain this path: " + path);
        }
        return """
            <?xml version="1.0" encoding="UTF-8"?>
            <!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
            <plist version="1.0">
            <dict>
                <key>Label</key>
                <string>%l</string>
                <key>ProgramArguments</key>
                <array>
                    <string>%p</string>
                </array>
                <key>RunAtLoad</key>
                <true/>
            </dict>
            </plist>
            """.replace("%l", LABEL).replace("%p", escaped(path));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}

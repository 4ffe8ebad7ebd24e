package taskglass.programs;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** The computer on which programs are started: its operating system, environment and home. */
public record HostSystem(Kind kind, Map<String, String> environment, Path home) {
    /** The operating systems, which start programs in different ways. */
    public enum Kind {
        LINUX,
        MAC,
        WINDOWS
    }

    public HostSystem {
        environment = Map.copyOf(environment);
    }

    public static HostSystem ofThisMachine() {
        return of(System.getProperty("os.name"), System.getenv(), Path.of(System.getProperty("user.home")));
    }

    /** @param os the Java property {@code os.name} */
    static HostSystem of(String os, Map<String, String> environment, Path home) {
        String name = os.toLowerCase(Locale.ROOT);
        Kind kind = name.startsWith("windows") ? Kind.WINDOWS : name.startsWith("mac") ? Kind.MAC : Kind.LINUX;
        return new HostSystem(kind, environment, home);
    }

    /** The value of a variable, whose name has no case on Windows; "" if it is not set. */
    String variable(String name) {
        return environment.entrySet().stream()
                .filter(entry -> kind == Kind.WINDOWS
                        ? entry.getKey().equalsIgnoreCase(name)
                        : entry.getKey().equals(name))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
    }
}

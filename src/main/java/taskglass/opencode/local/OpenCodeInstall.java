package taskglass.opencode.local;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Finds the OpenCode program on a computer: on the PATH, otherwise where its installers put it. */
public final class OpenCodeInstall {
    /** What Windows can start directly. npm also installs {@code opencode} (for a shell) and {@code opencode.ps1}. */
    private static final List<String> STARTABLE = List.of(".com", ".exe", ".bat", ".cmd");

    /** Version 2 may be installed beside version 1, under its own name. */
    private static final List<String> NAMES = List.of("opencode", "opencode2");

    private final Map<String, String> environment;
    private final Path home;
    private final boolean windows;

    /**
     * Looks in the places that this environment and home name. On Windows, variable names are case-insensitive, the
     * PATH is split at semicolons and the program has an extension.
     */
    public OpenCodeInstall(Map<String, String> environment, Path home, boolean windows) {
        this.environment = windows ? anyCase(environment) : Map.copyOf(environment);
        this.home = home;
        this.windows = windows;
    }

    public static OpenCodeInstall ofThisMachine() {
        boolean windows = File.separatorChar == '\\';
        return new OpenCodeInstall(System.getenv(), Path.of(System.getProperty("user.home")), windows);
    }

    /** Returns the absolute path of the program to start. Every call searches again. */
    public Optional<Path> find() {
        return Stream.concat(searchPath(), InstallPlaces.of(environment, home, windows))
                .flatMap(this::programsIn)
                .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
                .findFirst();
    }

    /** Returns the directories of the PATH without the relative ones, which mean a different place in every folder. */
    private Stream<Path> searchPath() {
        return Stream.of(environment.getOrDefault("PATH", "").split(windows ? ";" : ":"))
                .map(entry -> windows ? entry.replace("\"", "") : entry)
                .flatMap(entry -> path(entry).stream())
                .filter(Path::isAbsolute);
    }

    private Stream<Path> programsIn(Path directory) {
        return NAMES.stream()
                .flatMap(name -> windows
                        ? extensions().map(extension -> directory.resolve(name + extension))
                        : Stream.of(directory.resolve(name)));
    }

    private Stream<String> extensions() {
        return Stream.of(environment.getOrDefault("PATHEXT", ".EXE;.CMD").split(";"))
                .map(extension -> extension.strip().toLowerCase(Locale.ROOT))
                .filter(STARTABLE::contains);
    }

    private static Optional<Path> path(String text) {
        try {
            return Optional.of(Path.of(text));
        } catch (InvalidPathException notAPlace) {
            return Optional.empty();
        }
    }

    private static Map<String, String> anyCase(Map<String, String> environment) {
        Map<String, String> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        copy.putAll(environment);
        return copy;
    }
}

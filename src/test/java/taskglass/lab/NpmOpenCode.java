package taskglass.lab;

import java.io.File;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** OpenCode programs installed by npm, each version once, into {@code .opencode-test/VERSION} of this project. */
public final class NpmOpenCode {
    private static final boolean WINDOWS = File.separatorChar == '\\';
    private static final Path ROOT =
            Path.of(System.getProperty("basedir", "")).toAbsolutePath().resolve(".opencode-test");
    private static final Map<String, Path> READY = new HashMap<>();
    private static final int MINUTES = 5;

    private final String version;
    private final Path folder;

    private NpmOpenCode(String version) {
        this.version = version;
        this.folder = ROOT.resolve(version);
    }

    /** The npm of this machine, if it has one. */
    public static Optional<Path> npm() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .map(directory -> Path.of(directory, WINDOWS ? "npm.cmd" : "npm"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** The program of this version, installed first where it is not; one install at a time over all JVMs. */
    public static synchronized Path program(String version) throws IOException, InterruptedException {
        Path known = READY.get(version);
        if (known == null) {
            known = new NpmOpenCode(version).installedOnce();
            READY.put(version, known);
        }
        return known;
    }

    private Path installedOnce() throws IOException, InterruptedException {
        Files.createDirectories(folder);
        Path lockFile = ROOT.resolve(version + ".lock");
        try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            channel.lock(); // until the channel is closed
            if (!installed()) {
                install();
            }
        }
        return program();
    }

    private Path program() {
        return folder.resolve("node_modules/.bin").resolve(WINDOWS ? "opencode.cmd" : "opencode");
    }

    /** Some versions print log lines beside their version. */
    private boolean installed() throws IOException, InterruptedException {
        return Files.isExecutable(program())
                && run(List.of(program().toString(), "--version")).lines().anyMatch(version::equals);
    }

    /** From nothing: what an install that was cut short has left is not repaired by npm. */
    private void install() throws IOException, InterruptedException {
        System.err.println("installing opencode-ai@" + version + " into " + folder);
        Files.deleteIfExists(folder.resolve("package-lock.json"));
        Files.deleteIfExists(folder.resolve("node_modules/.package-lock.json"));
        Files.deleteIfExists(program());
        Files.writeString(folder.resolve("package.json"), """
            {"private": true, "dependencies": {"opencode-ai": "%s"}}
            """.formatted(version));
        String npm = npm().orElseThrow(() -> new IOException("npm is not on the PATH"))
                .toString();
        String output = run(List.of(npm, "install", "--no-audit", "--no-fund", "--ignore-scripts=false"));
        if (!installed()) {
            throw new IOException("npm did not install opencode-ai@" + version + ":\n" + output);
        }
    }

    /** What the command prints; it keeps what it must keep in a home under the folder, except npm its cache. */
    private String run(List<String> command) throws IOException, InterruptedException {
        Path log = folder.resolve("command.log");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        if (command.contains("--version")) {
            builder.environment().put("HOME", folder.resolve("home").toString());
        }
        Process process = builder.start();
        await(process);
        return Files.readString(log);
    }

    private static void await(Process process) throws IOException, InterruptedException {
        if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new IOException(process.info() + " did not end within " + MINUTES + " minutes");
        }
    }
}

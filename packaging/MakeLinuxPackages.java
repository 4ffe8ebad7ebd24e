import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;

/**
 * Makes the .deb and the .rpm from one tree: the app image in /usr/lib, its command, menu entry and icons where a
 * desktop looks for them. Neither has a script that runs as root: the package system installs and removes all of it.
 */
final class MakeLinuxPackages {
    private static final Path OWN = Path.of("packaging", "linux");
    private static final Map<String, String> DEBIAN_NAMES = Map.of("amd64", "amd64", "aarch64", "arm64");
    private static final List<Integer> ICONS = List.of(16, 24, 32, 48, 64, 128, 256, 512);

    /** Where shells look for completions of packages, and for which shell each is. Debian's zsh has its own place. */
    private static final Map<String, String> COMPLETIONS = Map.of(
            "usr/share/bash-completion/completions/taskglass", "bash",
            "usr/share/fish/vendor_completions.d/taskglass.fish", "fish",
            "usr/share/zsh/site-functions/_taskglass", "zsh",
            "usr/share/zsh/vendor-completions/_taskglass", "zsh");

    private final Path image;
    private final Path work;
    private final Version version;

    private MakeLinuxPackages(Path image, Version version) {
        this.image = image;
        this.work = image.resolveSibling("linux");
        this.version = version;
    }

    static void make(Path image, Path destination, List<String> kinds) throws IOException, InterruptedException {
        MakeLinuxPackages packages = new MakeLinuxPackages(image, Version.ofPom());
        packages.tree();
        for (String kind : kinds) {
            switch (kind) {
                case "deb" -> packages.deb(destination);
                case "rpm" -> packages.rpm(destination);
                default -> throw new IllegalArgumentException(kind + " is not made on Linux; deb and rpm are.");
            }
        }
    }

    private Path root() {
        return work.resolve("root");
    }

    private void tree() throws IOException, InterruptedException {
        Tree.delete(work);
        Tree.copy(image, root().resolve("usr/lib/taskglass"));
        Path programs = Files.createDirectories(root().resolve("usr/bin"));
        Files.createSymbolicLink(programs.resolve("taskglass"), Path.of("../lib/taskglass/bin/taskglass"));
        put(OWN.resolve("taskglass.desktop"), "usr/share/applications/taskglass.desktop");
        Path icons = Path.of("assets", "icons");
        put(icons.resolve("taskglass.svg"), "usr/share/icons/hicolor/scalable/apps/taskglass.svg");
        for (int size : ICONS) {
            String folder = "usr/share/icons/hicolor/%dx%d/apps/taskglass.png".formatted(size, size);
            put(icons.resolve("taskglass-%d.png".formatted(size)), folder);
        }
        put(Path.of("LICENSE"), "usr/share/doc/taskglass/copyright");
        for (Map.Entry<String, String> script : COMPLETIONS.entrySet()) {
            completion(script.getValue(), root().resolve(script.getKey()));
        }
    }

    /** Writes the script that the program itself prints for a shell to where that shell looks for it. */
    private void completion(String shell, Path place) throws IOException, InterruptedException {
        Files.createDirectories(place.getParent());
        Tools.write(place, List.of(image.resolve("bin/taskglass").toString(), "completion", shell));
    }

    private void put(Path file, String place) throws IOException {
        Path copy = root().resolve(place);
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES);
    }

    private void deb(Path destination) throws IOException, InterruptedException {
        Path tree = work.resolve("deb");
        Tree.copy(root(), tree);
        long kilobytes = 0;
        for (Path file : Tree.files(tree)) {
            kilobytes += (Files.size(file) + 1023) / 1024;
        }
        String architecture = DEBIAN_NAMES.get(System.getProperty("os.arch"));
        String control = Files.readString(OWN.resolve("control"))
                .replace("@VERSION@", version.forPackages())
                .replace("@ARCHITECTURE@", architecture)
                .replace("@KILOBYTES@", Long.toString(kilobytes));
        Files.writeString(Files.createDirectories(tree.resolve("DEBIAN")).resolve("control"), control);
        String name = "taskglass_%s_%s.deb".formatted(version.forPackages(), architecture);
        Tools.system(new ProcessBuilder(
                "dpkg-deb",
                "--root-owner-group",
                "-Zxz",
                "--build",
                tree.toString(),
                destination.resolve(name).toString()));
    }

    private void rpm(Path destination) throws IOException, InterruptedException {
        Path spec = work.resolve("taskglass.spec");
        String text = Files.readString(OWN.resolve("taskglass.spec"))
                .replace("@VERSION@", version.forPackages())
                .replace("@TREE@", root().toAbsolutePath().toString());
        Files.writeString(spec, text);
        Tools.system(new ProcessBuilder(
                "rpmbuild",
                "-bb",
                "--quiet",
                "--define=_topdir " + work.resolve("rpmbuild").toAbsolutePath(),
                "--define=_rpmdir " + destination.toAbsolutePath(),
                "--define=_rpmfilename %{NAME}-%{VERSION}-%{RELEASE}.%{ARCH}.rpm",
                spec.toString()));
    }
}

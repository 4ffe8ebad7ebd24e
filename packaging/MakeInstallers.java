import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Makes installers of the given kinds, such as deb or msi, from the app image, in target/installers. */
final class MakeInstallers {
    private MakeInstallers() {}

    public static void main(String[] kinds) throws IOException, InterruptedException {
        Path target = Path.of("target");
        Path image = Image.in(target.resolve("package")).root();
        Path destination = target.resolve("installers");
        Tree.delete(destination);
        Files.createDirectories(destination);
        if (Image.system().equals("linux")) {
            MakeLinuxPackages.make(image, destination, List.of(kinds));
        } else {
            if (Image.system().equals("windows")) {
                WindowsPath.write(target.resolve("package").resolve("windows"));
            }
            for (String kind : kinds) {
                make(kind, image, destination);
            }
        }
        for (Path installer : Tree.files(destination)) {
            System.out.printf("%s %,d bytes%n", installer, Files.size(installer));
        }
    }

    /** Runs jpackage with the options of the system and of the kind. */
    private static void make(String kind, Path image, Path destination) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("--type", kind, "--app-image", image.toString()));
        arguments.addAll(List.of(
                "--dest",
                destination.toString(),
                "--app-version",
                Version.ofPom().number()));
        arguments.add("@" + MakeAppImage.OPTIONS.resolve(Image.system() + "-installer.options"));
        if (System.getenv("MAC_SIGNING_IDENTITY") instanceof String identity) {
            arguments.addAll(List.of("--mac-sign", "--mac-signing-key-user-name", identity));
        }
        Tools.jdk("jpackage", arguments);
    }
}

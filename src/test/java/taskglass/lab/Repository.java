package taskglass.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A folder under git, without which OpenCode keeps no record of what it changes. */
public final class Repository {
    private Repository() {}

    /** Makes the folder one, with a first commit. */
    public static Path in(Path folder) throws IOException, InterruptedException {
        Files.writeString(folder.resolve("readme.md"), "old text\n");
        git(folder, "init", "--quiet");
        git(folder, "add", ".");
        git(folder, "-c", "user.email=lab@localhost", "-c", "user.name=lab", "commit", "--quiet", "-m", "first");
        return folder;
    }

    private static void git(Path folder, String... args) throws IOException, InterruptedException {
        ProcessBuilder git = new ProcessBuilder("git");
        git.command().addAll(List.of(args));
        int status = git.directory(folder.toFile()).inheritIO().start().waitFor();
        if (status != 0) {
            throw new AssertionError("git " + String.join(" ", args) + " ended with " + status);
        }
    }
}

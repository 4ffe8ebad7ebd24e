import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The training run for the image's AOT cache: Taskglass over a canned server for some seconds, closed like a user
 * would.
 */
final class Training {
    private final Image image;
    private final List<String> jvmOptions;
    private final Path home;

    /** @param home a folder for the files of the run, so that it touches no real settings */
    Training(Image image, List<String> jvmOptions, Path home) {
        this.image = image;
        this.jvmOptions = jvmOptions;
        this.home = home;
    }

    void run() throws IOException, InterruptedException {
        try (TrainingServer server = new TrainingServer()) {
            ProcessBuilder run = new ProcessBuilder(command(server.url()));
            String folder = home.toString();
            run.environment().putAll(Map.of("HOME", folder, "XDG_CONFIG_HOME", folder, "XDG_DATA_HOME", folder));
            Tools.system(run);
        }
        if (!Files.exists(image.aotCache())) {
            throw new IllegalStateException("The training run ended well and left no AOT cache.");
        }
        image.useAotCache(jvmOptions);
    }

    private List<String> command(String server) throws IOException {
        List<String> command = new ArrayList<>(List.of(image.java().toString()));
        command.addAll(jvmOptions);
        command.add("-XX:AOTCacheOutput=" + image.aotCache());
        command.add("-Duser.home=" + home);
        command.add(SqliteLibrary.OPTION + image.folder());
        if (Image.system().equals("linux")) {
            command.addAll(drawing());
        }
        command.addAll(
                List.of("--class-path", image.classPath(), "taskglass.training.TrainingRun", "--server", server));
        return command;
    }

    /**
     * Tries OpenGL on a display even without a graphics card, so that users with a card find its classes in the cache.
     */
    private static List<String> drawing() {
        return System.getenv("DISPLAY") == null
                ? List.of("-Dglass.platform=Headless", "-Dprism.order=sw")
                : List.of("-Dprism.order=es2,sw");
    }
}

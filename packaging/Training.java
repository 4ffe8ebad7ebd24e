import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The run from which the image learns its start: Taskglass over a canned server for some seconds, closed as by a person. */
final class Training {
    private final Image image;
    private final List<String> jvmOptions;
    private final Path home;

    /** @param home a folder for what the run writes, so that it touches nobody's settings */
    Training(Image image, List<String> jvmOptions, Path home) {
        this.image = image;
        this.jvmOptions = jvmOptions;
        this.home = home;
    }

    void run() throws IOException, InterruptedException {
        try (TrainingServer server = new TrainingServer()) {
            ProcessBuilder run = new ProcessBuilder(command(server.url()));
            run.environment().putAll(Map.of("HOME", home.toString(), "XDG_CONFIG_HOME", home.toString()));
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
        if (Image.system().equals("linux")) {
            command.addAll(drawing());
        }
        command.addAll(List.of("--class-path", image.classPath(), "taskglass.Training", "--server", server));
        return command;
    }

    /** OpenGL is tried on a display even where there is no graphics card: those who have one start with its classes. */
    private static List<String> drawing() {
        return System.getenv("DISPLAY") == null
                ? List.of("-Dglass.platform=Headless", "-Dprism.order=sw")
                : List.of("-Dprism.order=es2,sw");
    }
}

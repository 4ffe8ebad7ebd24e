package taskglass.bench.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import taskglass.release.Project;

/** Describes the machine and the versions of a measurement, for the report. */
final class Machine {
    private static final Path PROCESSORS = Path.of("/proc/cpuinfo");

    private Machine() {}

    static ObjectNode described(Screen screen) throws IOException {
        ObjectNode machine = JsonNodeFactory.instance.objectNode();
        machine.put("at", Instant.now().toString());
        machine.put("taskglass", Project.ofThisBuild().version());
        machine.put("java", System.getProperty("java.runtime.version"));
        machine.put("javafx", javafx());
        machine.put("options", String.join(" ", Children.launcherOptions()));
        machine.put("system", System.getProperty("os.name") + " " + System.getProperty("os.version"));
        machine.put("processor", processor());
        machine.put("cores", Runtime.getRuntime().availableProcessors());
        machine.put("memory MB", Footprint.machineMemory());
        return machine.put("display", screen.kind());
    }

    static String sentence(JsonNode machine) {
        return "%s, Taskglass %s, JDK %s, JavaFX %s, %s, %s, %s cores, %s MB, %s. JVM options: `%s`."
                .formatted(
                        machine.path("at").asText(),
                        machine.path("taskglass").asText(),
                        machine.path("java").asText(),
                        machine.path("javafx").asText(),
                        machine.path("system").asText(),
                        machine.path("processor").asText(),
                        machine.path("cores").asText(),
                        machine.path("memory MB").asText(),
                        machine.path("display").asText(),
                        machine.path("options").asText());
    }

    /** The jar's version: this process has JavaFX on its class path and does not start it. */
    private static String javafx() {
        return System.getProperty("java.class.path").replaceAll("(?s).*javafx-base-([0-9.]+)[-.].*", "$1");
    }

    private static String processor() throws IOException {
        if (!Files.isReadable(PROCESSORS)) {
            return System.getProperty("os.arch");
        }
        return Files.readAllLines(PROCESSORS).stream()
                .filter(line -> line.startsWith("model name"))
                .map(line -> line.replaceFirst(".*:\\s*", ""))
                .findFirst()
                .orElse(System.getProperty("os.arch"));
    }
}

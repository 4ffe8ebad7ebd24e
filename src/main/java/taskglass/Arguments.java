package taskglass;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import taskglass.opencode.Credentials;
import taskglass.opencode.Endpoint;
import taskglass.task.ServerId;

/** The command line. */
@Command(
        name = "taskglass",
        mixinStandardHelpOptions = true,
        versionProvider = Arguments.Version.class,
        description = "Watches the tasks of OpenCode servers in a window, and lets you launch, answer and cancel.",
        footer = {
            "",
            "The password of a server is taken from OPENCODE_SERVER_PASSWORD, its user from",
            "OPENCODE_SERVER_USERNAME (opencode if that is not set), as OpenCode itself does."
        })
final class Arguments implements Runnable {
    static final String DEFAULT_SERVER = "http://127.0.0.1:4096";

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--server",
            paramLabel = "URL",
            description = "A server to watch; may be given several times. Default: " + DEFAULT_SERVER)
    private List<String> servers = List.of();

    /** Checks what picocli cannot. */
    @Override
    public void run() {
        servers.forEach(this::check);
    }

    /** The servers to watch, each with the password of the environment. */
    List<Endpoint> endpoints(Map<String, String> environment) {
        Optional<Credentials> credentials = Optional.ofNullable(environment.get("OPENCODE_SERVER_PASSWORD"))
                .filter(password -> !password.isEmpty())
                .map(password -> new Credentials(
                        environment.getOrDefault("OPENCODE_SERVER_USERNAME", Credentials.DEFAULT_USER), password));
        List<String> urls = servers.isEmpty() ? List.of(DEFAULT_SERVER) : servers;
        return urls.stream()
                .map(url -> new Endpoint(new ServerId(url), credentials))
                .toList();
    }

    private void check(String url) {
        if (!url.matches("https?://[^/?#]+/?") || URI.create(url).getHost() == null) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--server wants a URL such as " + DEFAULT_SERVER + ", and “" + url + "” is none.");
        }
    }

    /** The version that the build wrote into the jar. */
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = Optional.ofNullable(Taskglass.class.getPackage().getImplementationVersion())
                    .orElse("(built from source)");
            return new String[] {"Taskglass " + version};
        }
    }
}

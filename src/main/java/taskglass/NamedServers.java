package taskglass;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import taskglass.opencode.http.Credentials;
import taskglass.opencode.http.Endpoint;
import taskglass.opencode.local.OwnServer;
import taskglass.settings.ServerEntry;
import taskglass.settings.ServerList;
import taskglass.task.ServerAddress;
import taskglass.task.ServerId;
import taskglass.text.AddressText;

/** The servers that the command line names, by URL or by the name of an added server. */
final class NamedServers {
    static final String EXAMPLE = "http://127.0.0.1:4096";

    private final Supplier<ServerList> added;
    private final List<String> servers = new ArrayList<>();

    /** {@code added} supplies the servers that the user added. It is called only when they are needed. */
    NamedServers(Supplier<ServerList> added) {
        this.added = added;
    }

    boolean isEmpty() {
        return servers.isEmpty();
    }

    void add(String server) {
        servers.add(server);
    }

    void clear() {
        servers.clear();
    }

    /** What is wrong with a value of {@code --server}; empty if it names a server. */
    Optional<String> fault(String server) {
        if (named(server).isPresent()) {
            return Optional.empty();
        }
        if (!ServerAddress.looksLikeOne(server)) {
            return Optional.of("--server: expected a URL such as " + EXAMPLE + " or the name of an added server, got “"
                    + server + "”.");
        }
        return ServerAddress.read(server).fault().map(fault -> "--server: " + AddressText.of(fault));
    }

    /** Returns the servers, each with the password that a window lends, else with the one from the environment. */
    List<Endpoint> endpoints(Map<String, String> environment, List<OwnServer> lent) {
        return servers.stream()
                .map(server -> endpoint(id(server), environment, lent))
                .toList();
    }

    private static Endpoint endpoint(ServerId id, Map<String, String> environment, List<OwnServer> lent) {
        return new Endpoint(
                id,
                lent.stream()
                        .filter(own -> own.server().equals(id))
                        .map(OwnServer::credentials)
                        .findFirst()
                        .or(() -> credentials(environment)));
    }

    private ServerId id(String server) {
        return named(server)
                .or(() -> ServerAddress.read(server).server())
                .orElseThrow(() -> new IllegalStateException("a server that was checked has gone"));
    }

    /** Finds an added server by name. A text with a scheme is an address, not a name. */
    private Optional<ServerId> named(String server) {
        return server.contains("://")
                ? Optional.empty()
                : added.get().named(server).map(ServerEntry::server);
    }

    /** The credentials in the environment. */
    static Optional<Credentials> credentials(Map<String, String> environment) {
        return Stream.of("OPENCODE_PASSWORD", "OPENCODE_SERVER_PASSWORD")
                .map(name -> environment.getOrDefault(name, ""))
                .filter(password -> !password.isEmpty())
                .findFirst()
                .map(password -> new Credentials(
                        environment.getOrDefault("OPENCODE_SERVER_USERNAME", Credentials.DEFAULT_USER), password));
    }
}

package taskglass.lab;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The one server and model of each version that test classes share; started by the first that asks, ended with this JVM. */
final class SharedOpenCode {
    private static final Map<String, RealOpenCode> SERVERS = new HashMap<>();

    private SharedOpenCode() {}

    static synchronized RealOpenCode get(String version) {
        return SERVERS.computeIfAbsent(version, SharedOpenCode::start);
    }

    /** Those that have been started. */
    static synchronized List<RealOpenCode> running() {
        return List.copyOf(SERVERS.values());
    }

    private static RealOpenCode start(String version) {
        try {
            RealOpenCode server = RealOpenCode.start(version, new ScriptedModel(), "");
            System.out.println("Real server: " + server.get("/global/health"));
            return server;
        } catch (IOException e) {
            throw new AssertionError("the shared OpenCode " + version + " did not start", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while starting the shared OpenCode " + version, e);
        }
    }
}

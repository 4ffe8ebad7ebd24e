package taskglass.lab;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/**
 * The server and model of each version that test classes share; started by the first that asks. Between two classes one
 * that has many sessions by then makes way for a new one: every window and engine that opens reads the sessions it finds.
 */
final class SharedOpenCode {
    /** Half a dozen test classes make that many; to read them costs what a new server costs. */
    private static final int MANY = 40;

    private static final Map<String, RealOpenCode> SERVERS = new HashMap<>();

    private SharedOpenCode() {}

    static synchronized RealOpenCode get(String version) {
        return SERVERS.computeIfAbsent(version, SharedOpenCode::start);
    }

    /** To be called when no test uses them. */
    static synchronized void renewFull() {
        SERVERS.values().removeIf(server -> {
            boolean full = server.get("/session?limit=" + MANY).size() >= MANY;
            if (full) {
                server.close();
                server.model().close();
            }
            return full;
        });
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

package taskglass.lab;

import java.io.IOException;
import java.util.Optional;

/** The one server and model that test classes share; started by the first that asks, ended with this JVM. */
final class SharedOpenCode {
    private static Optional<RealOpenCode> server = Optional.empty();

    private SharedOpenCode() {}

    static synchronized RealOpenCode get() {
        if (server.isEmpty()) {
            server = Optional.of(start());
        }
        return server.get();
    }

    private static RealOpenCode start() {
        try {
            return RealOpenCode.start(new ScriptedModel());
        } catch (IOException e) {
            throw new AssertionError("the shared OpenCode did not start", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while starting the shared OpenCode", e);
        }
    }
}

package taskglass.opencode.v2;

import java.util.List;

/**
 * The paths where an OpenCode with the V2 API identifies itself. The path has changed twice, and each version supports
 * only one.
 */
public final class V2Info {
    /** The newest first: today's, that of 2.0.4, and that of July 2026 to 2.0.3. */
    public static final List<String> PATHS = List.of("/api/info", "/api/status", "/api/health");

    private V2Info() {}
}

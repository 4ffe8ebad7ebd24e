package taskglass.opencode;

import java.util.List;

/** Where an OpenCode with the V2 API says what it is: the path has moved twice, and each version knows one. */
public final class V2Info {
    /** The newest first: today's, that of 2.0.4, and that of July 2026 to 2.0.3. */
    public static final List<String> PATHS = List.of("/api/info", "/api/status", "/api/health");

    private V2Info() {}
}

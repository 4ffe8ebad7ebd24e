package taskglass.ui.server;

import java.util.List;
import java.util.Map;
import taskglass.task.Trouble;
import taskglass.task.status.ServerHealth;
import taskglass.text.ServerNames;
import taskglass.text.Texts;
import taskglass.text.VisibleText;
import taskglass.ui.frame.StatusStyle.Tone;

/** The state of the connection to a server, as a short text for the status bar. */
record ServerText(String name, String state, Tone tone) {

    static ServerText of(ServerHealth health) {
        return of(health, ServerNames.of(health.server()));
    }

    static ServerText of(ServerHealth health, String name) {
        return new ServerText(name, state(health), tone(health.state()));
    }

    String text() {
        return name + " · " + state;
    }

    /** Text about received events that were not understood; "" if there are none. */
    static String unknown(Map<String, Long> events) {
        long all = events.values().stream().mapToLong(Long::longValue).sum();
        return all == 0 ? "" : Texts.of("server.unknown", all, VisibleText.line(String.join(", ", events.keySet())));
    }

    /** Text about what was left out because of its id; "" if there is none. */
    static String refused(List<String> ids) {
        return ids.isEmpty() ? "" : Texts.of("server.ids", ids.size(), ids.getFirst());
    }

    private static String state(ServerHealth health) {
        return health.trouble().map(ServerText::trouble).orElseGet(() -> Texts.of("server." + health.state()));
    }

    private static String trouble(Trouble trouble) {
        return switch (trouble) {
            case Trouble.NoAnswer n -> Texts.of("server.UNREACHABLE");
            case Trouble.Unauthorised u -> Texts.of("server.UNAUTHORISED");
            case Trouble.NotOpenCode n -> Texts.of("server.NOT_OPENCODE");
            case Trouble.TooOld o -> Texts.of("server.TOO_OLD");
            case Trouble.Paused p -> Texts.of("server.PAUSED");
            case Trouble.PlainHttp p -> Texts.of("server.PLAIN_HTTP");
            case Trouble.Ended e -> Texts.of("server.ENDED");
            case Trouble.Refused(int status, String sentence) -> Texts.of("server.REFUSED", String.valueOf(status));
        };
    }

    private static Tone tone(ServerHealth.ConnectionState state) {
        return switch (state) {
            case CONNECTING, PAUSED -> Tone.MUTED;
            case LIVE -> Tone.SUCCESS;
            case POLLING_ONLY, UNAUTHORISED, PLAIN_HTTP -> Tone.WARNING;
            case UNREACHABLE, NOT_OPENCODE, TOO_OLD -> Tone.DANGER;
        };
    }
}

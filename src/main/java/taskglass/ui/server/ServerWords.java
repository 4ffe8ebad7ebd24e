package taskglass.ui.server;

import java.util.List;
import java.util.Map;
import taskglass.task.ServerHealth;
import taskglass.task.Trouble;
import taskglass.ui.frame.StatusLook.Tone;
import taskglass.words.ServerNames;
import taskglass.words.VisibleText;
import taskglass.words.Words;

/** The state of the connection to a server, as a short text for the status bar. */
record ServerWords(String name, String word, Tone tone) {

    static ServerWords of(ServerHealth health) {
        return of(health, ServerNames.of(health.server()));
    }

    static ServerWords of(ServerHealth health, String name) {
        return new ServerWords(name, word(health), tone(health.word()));
    }

    String text() {
        return name + " · " + word;
    }

    /** Text about received events that were not understood; "" if there are none. */
    static String unknown(Map<String, Long> events) {
        long all = events.values().stream().mapToLong(Long::longValue).sum();
        return all == 0 ? "" : Words.of("server.unknown", all, VisibleText.line(String.join(", ", events.keySet())));
    }

    /** Text about what was left out because of its id; "" if there is none. */
    static String refused(List<String> ids) {
        return ids.isEmpty() ? "" : Words.of("server.ids", ids.size(), ids.getFirst());
    }

    private static String word(ServerHealth health) {
        return health.trouble().map(ServerWords::trouble).orElseGet(() -> Words.of("server." + health.word()));
    }

    private static String trouble(Trouble trouble) {
        return switch (trouble) {
            case Trouble.NoAnswer n -> Words.of("server.UNREACHABLE");
            case Trouble.Unauthorised u -> Words.of("server.UNAUTHORISED");
            case Trouble.NotOpenCode n -> Words.of("server.NOT_OPENCODE");
            case Trouble.TooOld o -> Words.of("server.TOO_OLD");
            case Trouble.Paused p -> Words.of("server.PAUSED");
            case Trouble.PlainHttp p -> Words.of("server.PLAIN_HTTP");
            case Trouble.Ended e -> Words.of("server.ENDED");
            case Trouble.Refused(int status, String sentence) -> Words.of("server.REFUSED", String.valueOf(status));
        };
    }

    private static Tone tone(ServerHealth.Word word) {
        return switch (word) {
            case CONNECTING, PAUSED -> Tone.MUTED;
            case LIVE -> Tone.SUCCESS;
            case POLLING_ONLY, UNAUTHORISED, PLAIN_HTTP -> Tone.WARNING;
            case UNREACHABLE, NOT_OPENCODE, TOO_OLD -> Tone.DANGER;
        };
    }
}

package taskglass.ui.server;

import java.util.Optional;
import taskglass.task.ServerHealth;
import taskglass.task.Trouble;
import taskglass.words.ServerNames;
import taskglass.words.VisibleText;
import taskglass.words.Words;

/**
 * The content of the page that replaces the table, for a server that has not been listed.
 * @param box what the server or the system reported itself, "" for nothing
 * @param warning what went wrong with the last attempt made here, "" for nothing
 */
record ServerState(Kind kind, String title, String body, String box, String warning) {
    ServerState {
        box = VisibleText.asWritten(box);
    }

    /** Determines which ways out the page offers. */
    enum Kind {
        CONNECTING,
        NOTHING_THERE,
        LOCKED,
        STRANGER,
        TOO_OLD,
        REFUSED,
        PAUSED,
        EXPOSED
    }

    /** It is not known yet whether there is a server. */
    static ServerState looking() {
        return new ServerState(Kind.CONNECTING, Words.of("found.looking"), Words.of("found.looking.body"), "", "");
    }

    /** There is no server. */
    static ServerState noneFound() {
        return new ServerState(Kind.NOTHING_THERE, Words.of("page.nothing.here"), Words.of("found.none"), "", "");
    }

    static ServerState of(ServerHealth health) {
        String name = ServerNames.of(health.server());
        Optional<Trouble> trouble = health.trouble();
        if (trouble.isEmpty()) {
            return new ServerState(
                    Kind.CONNECTING, Words.of("page.connecting"), Words.of("page.connecting.body", name), "", "");
        }
        return switch (trouble.get()) {
            case Trouble.NoAnswer(String detail) -> nothing(health, detail);
            case Trouble.Unauthorised(boolean given) ->
                new ServerState(
                        Kind.LOCKED,
                        Words.of("page.locked", name),
                        Words.of("page.locked.body"),
                        "",
                        given ? Words.of("page.locked.wrong") : "");
            case Trouble.NotOpenCode(String seen) ->
                new ServerState(
                        Kind.STRANGER, Words.of("page.stranger", name), Words.of("page.stranger.body"), seen, "");
            case Trouble.TooOld() ->
                new ServerState(Kind.TOO_OLD, Words.of("page.old", name), Words.of("page.old.body"), "", "");
            case Trouble.Paused() ->
                new ServerState(Kind.PAUSED, Words.of("page.paused", name), Words.of("page.paused.body"), "", "");
            case Trouble.PlainHttp() ->
                new ServerState(
                        Kind.EXPOSED,
                        Words.of("page.plain", name),
                        Words.of("page.plain.body", health.server().url()),
                        "",
                        "");
            case Trouble.Ended(String lastLines) ->
                new ServerState(
                        Kind.NOTHING_THERE, Words.of("page.ended"), Words.of("page.ended.body", name), lastLines, "");
            case Trouble.Refused(int status, String sentence) ->
                new ServerState(
                        Kind.REFUSED,
                        Words.of("page.refused", name),
                        Words.of("page.refused.body", String.valueOf(status)),
                        sentence,
                        "");
        };
    }

    /** An address says nothing of where its server would run: a tunnel or a container may be behind a loopback one, too. */
    private static ServerState nothing(ServerHealth health, String detail) {
        String name = ServerNames.of(health.server());
        String body =
                detail.isEmpty() ? Words.of("page.nothing.body", name) : Words.of("page.nothing.detail", name, detail);
        return new ServerState(Kind.NOTHING_THERE, Words.of("page.nothing", name), body, "", "");
    }
}

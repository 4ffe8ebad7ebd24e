package taskglass.ui.server;

import java.util.Optional;
import taskglass.task.Trouble;
import taskglass.task.status.ServerHealth;
import taskglass.text.ServerNames;
import taskglass.text.Texts;
import taskglass.text.VisibleText;

/**
 * The content of the page that replaces the table, for a server that has not been listed.
 * @param box what the server or the system reported itself, "" for nothing
 * @param warning what went wrong with the last attempt made here, "" for nothing
 */
record ServerPageText(Kind kind, String title, String body, String box, String warning) {
    ServerPageText {
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
    static ServerPageText looking() {
        return new ServerPageText(Kind.CONNECTING, Texts.of("found.looking"), Texts.of("found.looking.body"), "", "");
    }

    /** There is no server. */
    static ServerPageText noneFound() {
        return new ServerPageText(Kind.NOTHING_THERE, Texts.of("page.nothing.here"), Texts.of("found.none"), "", "");
    }

    static ServerPageText of(ServerHealth health) {
        String name = ServerNames.of(health.server());
        Optional<Trouble> trouble = health.trouble();
        if (trouble.isEmpty()) {
            return new ServerPageText(
                    Kind.CONNECTING, Texts.of("page.connecting"), Texts.of("page.connecting.body", name), "", "");
        }
        return switch (trouble.get()) {
            case Trouble.NoAnswer(String detail) -> nothing(health, detail);
            case Trouble.Unauthorised(boolean given) ->
                new ServerPageText(
                        Kind.LOCKED,
                        Texts.of("page.locked", name),
                        Texts.of("page.locked.body"),
                        "",
                        given ? Texts.of("page.locked.wrong") : "");
            case Trouble.NotOpenCode(String seen) ->
                new ServerPageText(
                        Kind.STRANGER, Texts.of("page.stranger", name), Texts.of("page.stranger.body"), seen, "");
            case Trouble.TooOld() ->
                new ServerPageText(Kind.TOO_OLD, Texts.of("page.old", name), Texts.of("page.old.body"), "", "");
            case Trouble.Paused() ->
                new ServerPageText(Kind.PAUSED, Texts.of("page.paused", name), Texts.of("page.paused.body"), "", "");
            case Trouble.PlainHttp() ->
                new ServerPageText(
                        Kind.EXPOSED,
                        Texts.of("page.plain", name),
                        Texts.of("page.plain.body", health.server().url()),
                        "",
                        "");
            case Trouble.Ended(String lastLines) ->
                new ServerPageText(
                        Kind.NOTHING_THERE, Texts.of("page.ended"), Texts.of("page.ended.body", name), lastLines, "");
            case Trouble.Refused(int status, String sentence) ->
                new ServerPageText(
                        Kind.REFUSED,
                        Texts.of("page.refused", name),
                        Texts.of("page.refused.body", String.valueOf(status)),
                        sentence,
                        "");
        };
    }

    /** An address says nothing of where its server would run: a tunnel or a container may be behind a loopback one, too. */
    private static ServerPageText nothing(ServerHealth health, String detail) {
        String name = ServerNames.of(health.server());
        String body =
                detail.isEmpty() ? Texts.of("page.nothing.body", name) : Texts.of("page.nothing.detail", name, detail);
        return new ServerPageText(Kind.NOTHING_THERE, Texts.of("page.nothing", name), body, "", "");
    }
}

package taskglass.shell.output;

import java.util.Optional;
import taskglass.task.Trouble;
import taskglass.task.status.ServerHealth;

/** A server's trouble as a sentence for the terminal: what happened, and what to do. */
public final class TroubleText {
    private TroubleText() {}

    /** Empty if there is no trouble. A server that has not answered within the wait counts as not answering. */
    public static Optional<String> of(ServerHealth health) {
        Optional<Trouble> silent = Optional.<Trouble>of(new Trouble.NoAnswer(Trouble.NoAnswer.IN_TIME))
                .filter(trouble -> health.listed().isEmpty());
        return health.trouble()
                .or(() -> silent)
                .map(trouble -> of(health.server().url(), trouble));
    }

    private static String of(String url, Trouble trouble) {
        return switch (trouble) {
            case Trouble.NoAnswer(String detail) ->
                url + " does not answer (" + TerminalText.plain(detail)
                        + "). Start OpenCode there, or name another server with --server.";
            case Trouble.Unauthorised(boolean given) ->
                given
                        ? url
                                + " refuses the password. Set OPENCODE_PASSWORD or OPENCODE_SERVER_PASSWORD to the"
                                + " one that it was started with."
                        : url
                                + " needs a password. Set OPENCODE_PASSWORD (or OPENCODE_SERVER_PASSWORD) to the one"
                                + " that it was started with.";
            case Trouble.NotOpenCode(String seen) ->
                "What answers at " + url + " is not OpenCode. It sent " + TerminalText.plain(seen) + ". Check the URL.";
            case Trouble.TooOld() ->
                "OpenCode at " + url
                        + " is too old for Taskglass. Update it with “opencode upgrade” and start it again.";
            case Trouble.Refused(int status, String sentence) ->
                url + " answered with error " + status + ": " + TerminalText.plain(sentence);
            case Trouble.Paused() -> url + " is paused. Resume it in the window.";
            case Trouble.PlainHttp() ->
                "The password of " + url
                        + " would travel in plain text, so nothing was sent. Use https or an SSH tunnel,"
                        + " or pass --allow-plain-http.";
            case Trouble.Ended(String lastLines) -> "OpenCode at " + url + " has ended. Start it again.";
        };
    }
}

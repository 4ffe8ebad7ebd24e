package taskglass.text;

import java.util.List;
import java.util.stream.Collectors;
import taskglass.task.ServerId;
import taskglass.task.Trouble;
import taskglass.task.request.Refusal;

/** Explains why an order was not carried out: what happened, at which server or task, and what the user can do. */
public final class RefusalText {
    private static final int MODELS_NAMED = 8;

    private RefusalText() {}

    /** The explanation. If OpenCode did not start, the last lines that it printed follow. */
    public static String of(Refusal refusal) {
        return switch (refusal) {
            case Refusal.NotWatched(ServerId server) -> Texts.of("refusal.not.watched", ServerNames.of(server));
            case Refusal.Gone(ServerId server) -> Texts.of("refusal.gone", ServerNames.of(server));
            case Refusal.Troubled(ServerId server, Trouble trouble) -> troubled(ServerNames.of(server), trouble);
            case Refusal.NoPrompt(ServerId server) -> Texts.of("refusal.no.prompt", ServerNames.of(server));
            case Refusal.NoAgent(ServerId server, String wanted, List<String> offered)
            when offered.isEmpty() -> Texts.of("refusal.no.agents.yet", ServerNames.of(server), wanted);
            case Refusal.NoModel(ServerId server, String wanted, List<String> offered)
            when offered.isEmpty() -> Texts.of("refusal.no.models.yet", ServerNames.of(server), wanted);
            case Refusal.NoAgent(ServerId server, String wanted, List<String> offered) ->
                Texts.of("refusal.no.agent", ServerNames.of(server), wanted, String.join(", ", offered));
            case Refusal.NoModel(ServerId server, String wanted, List<String> offered) ->
                Texts.of("refusal.no.model", ServerNames.of(server), wanted, some(offered));
            case Refusal.NoDirectory(ServerId server, String directory) ->
                Texts.of("refusal.no.directory", ServerNames.of(server), directory);
            case Refusal.AtWork(String task, var how) -> Texts.of("refusal.at.work." + how, task);
            case Refusal.NotStarted(var how, String what, List<String> lines) ->
                Texts.of("refusal.start." + how, what) + "\n" + VisibleText.asWritten(String.join("\n", lines));
            case Refusal.Closing() -> Texts.of("refusal.closing");
            case Refusal.Fault(String what) -> Texts.of("refusal.fault", what);
        };
    }

    private static String troubled(String server, Trouble trouble) {
        return switch (trouble) {
            case Trouble.NoAnswer(String detail) -> Texts.of("refusal.NO_ANSWER", server, detail);
            case Trouble.Unauthorised u -> Texts.of("refusal.UNAUTHORISED", server);
            case Trouble.NotOpenCode(String seen) -> Texts.of("refusal.NOT_OPENCODE", server, seen);
            case Trouble.TooOld o -> Texts.of("refusal.TOO_OLD", server);
            case Trouble.Paused _ -> Texts.of("refusal.PAUSED", server);
            case Trouble.PlainHttp _ -> Texts.of("refusal.PLAIN_HTTP", server);
            case Trouble.Ended e -> Texts.of("refusal.ENDED", server);
            case Trouble.Refused(int status, String sentence) ->
                Texts.of("refusal.REFUSED", server, String.valueOf(status), sentence);
        };
    }

    private static String some(List<String> names) {
        String first = names.stream().limit(MODELS_NAMED).collect(Collectors.joining(", "));
        return names.size() > MODELS_NAMED ? first + ", …" : first;
    }
}

package taskglass.ledger;

import java.time.Instant;
import java.util.Map;
import taskglass.ledger.record.RunId;
import taskglass.ledger.record.RunRecord;
import taskglass.ledger.record.RunRecord.About;
import taskglass.ledger.record.RunRecord.Calls;
import taskglass.ledger.record.RunRecord.Ending;
import taskglass.ledger.record.Spent;

/** Runs for tests of the ledger. */
final class Runs {
    static final Instant BEGAN = Instant.parse("2026-11-30T10:00:00Z");

    private Runs() {}

    /** A completed run of a session of that number, which began so many minutes after {@link #BEGAN}. */
    static RunRecord completed(int number) {
        return new RunRecord(
                key(number),
                new About("", "Task " + number, "/src/compiler", "build", "anthropic/claude-sonnet-4-5"),
                ending(number, "completed", "NONE", ""),
                new Spent(3, 1_200, 340, 51_000),
                new Spent(2, 100, 20, 7_000),
                true,
                Map.of("bash", new Calls(2, 1), "read", new Calls(1, 0)));
    }

    static RunRecord failed(int number, String detail) {
        RunRecord run = completed(number);
        return new RunRecord(
                run.key(),
                run.about(),
                ending(number, "failed", "SERVER_SAID", detail),
                run.own(),
                run.subagents(),
                run.exact(),
                run.tools());
    }

    static RunId key(int number) {
        return new RunId("/home/me/.local/share/opencode", "ses_" + number, "msg_" + number);
    }

    private static Ending ending(int number, String outcome, String reason, String detail) {
        Instant began = BEGAN.plusSeconds(60L * number);
        return new Ending(began, began.plusSeconds(42), outcome, reason, detail, false);
    }
}

package taskglass.engine.recording;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import taskglass.ledger.Ledger;
import taskglass.ledger.record.Claim;
import taskglass.ledger.record.NoticeKey;
import taskglass.ledger.record.RunRecord;
import taskglass.task.TaskKey;
import taskglass.task.request.Launch;
import taskglass.task.run.Run;
import taskglass.task.status.AgentTask;
import taskglass.task.store.Notice;

/**
 * Lets one program tell of each settled run, once, whatever is killed in between: a notice is claimed in the ledger
 * before it is shown, and marked as done afterwards. While the ledger cannot be used, each window tells for itself.
 */
final class NoticeClaims {
    private final ServerIdentities identities;
    private final Ledger ledger;
    private final Executor owner;
    private final Consumer<Notice> tell;
    /** Notices of servers whose identity is not known yet. */
    private final List<Notice> waiting = new ArrayList<>();

    NoticeClaims(ServerIdentities identities, Ledger ledger, Executor owner, Consumer<Notice> tell) {
        this.identities = identities;
        this.ledger = ledger;
        this.owner = owner;
        this.tell = tell;
    }

    /** Tells of it once this program may. */
    void claim(Notice notice) {
        waiting.add(notice);
        onChange();
    }

    /** Something has changed: the identity of a server may be known now. */
    void onChange() {
        waiting.removeIf(notice -> {
            Optional<String> server = identities.of(notice.task().key().server());
            server.ifPresent(known -> claim(notice, key(notice.task(), known)));
            return server.isPresent();
        });
    }

    private void claim(Notice notice, NoticeKey key) {
        ledger.claim(key).whenCompleteAsync((claim, failure) -> answered(notice, key, claim, failure), owner);
    }

    private void answered(Notice notice, NoticeKey key, Claim claim, Throwable failure) {
        if (failure != null) {
            tell.accept(notice);
        } else if (claim instanceof Claim.Granted(Optional<String> before)) {
            tell.accept(new Notice(notice.task(), before.or(notice::before)));
            ledger.done(key);
        }
    }

    private static NoticeKey key(AgentTask task, String server) {
        TaskKey key = task.key();
        String occurrence = task.run()
                .map(Run::first)
                .map(first -> first.id())
                .filter(id -> !id.isEmpty())
                .orElseGet(() -> task.launch().map(NoticeClaims::name).orElse(""));
        String kind = task.outcome().map(RunRecord::word).orElse("");
        return new NoticeKey(server, key.session(), occurrence, kind);
    }

    /** A launch of which no message was written. */
    private static String name(Launch launch) {
        return "launch of " + launch.at().toEpochMilli();
    }
}

package taskglass.opencode.session;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import taskglass.opencode.http.ServerTrouble;
import taskglass.opencode.wire.PartWire;
import taskglass.task.TodoItem;
import taskglass.task.Trouble;
import taskglass.task.run.SessionInfo;
import taskglass.task.transcript.FileChange;
import taskglass.task.transcript.PartPage;
import taskglass.task.transcript.PartUpdate;

/** Reads what one session has written, page by page, and its results. Blocks, so never on the store's thread. */
public final class TranscriptReader {
    private final Supplier<SessionApi> dialect;
    private final SessionInfo session;

    public TranscriptReader(Supplier<SessionApi> dialect, SessionInfo session) {
        this.dialect = dialect;
        this.session = session;
    }

    /** Returns the newest messages, or those before the page that returned {@code before}. */
    public PartPage page(int limit, String before) throws ServerTrouble {
        SessionApi.Page page = dialect.get().messages(session, limit, before);
        List<PartUpdate> updates = new ArrayList<>();
        page.messages().forEach(message -> updates.addAll(PartWire.updates(message)));
        return new PartPage(updates, page.next());
    }

    public List<TodoItem> todos() throws ServerTrouble {
        try {
            return dialect.get().todos(session);
        } catch (ServerTrouble trouble) {
            return nothingIfRefused(trouble);
        }
    }

    /** Returns the files that the answer to a prompt changed. */
    public List<FileChange> changes(String prompt) throws ServerTrouble {
        try {
            return dialect.get().changes(session, prompt);
        } catch (ServerTrouble trouble) {
            return nothingIfRefused(trouble);
        }
    }

    private static <T> List<T> nothingIfRefused(ServerTrouble trouble) throws ServerTrouble {
        if (trouble.trouble() instanceof Trouble.Refused) {
            return List.of();
        }
        throw trouble;
    }
}

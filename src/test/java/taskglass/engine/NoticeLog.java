package taskglass.engine;

import java.util.function.Consumer;
import taskglass.task.store.Notice;
import taskglass.task.store.StoreDiff;
import taskglass.task.store.TaskStore;

/** The rule of what is told, for tests of other rooms. */
public final class NoticeLog {
    private final Notices notices;

    public NoticeLog(TaskStore store, Consumer<Notice> tell) {
        notices = new Notices(store, tell);
    }

    public void consider(StoreDiff diff) {
        notices.onDiff(diff);
    }
}

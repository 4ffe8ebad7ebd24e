package taskglass.engine;

import java.util.function.Consumer;
import taskglass.task.BookDiff;
import taskglass.task.Notice;
import taskglass.task.TaskBook;

/** The rule of what is told, for tests of other rooms. */
public final class NoticeLog {
    private final Notices notices;

    public NoticeLog(TaskBook book, Consumer<Notice> tell) {
        notices = new Notices(book, tell);
    }

    public void consider(BookDiff diff) {
        notices.consider(diff);
    }
}

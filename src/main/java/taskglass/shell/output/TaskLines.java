package taskglass.shell.output;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import taskglass.shell.output.TaskSelection.Row;
import taskglass.shell.output.TextTable.Column;
import taskglass.shell.output.TextTable.Give;
import taskglass.task.Elapsed;
import taskglass.task.TaskStatus;
import taskglass.task.run.ToolTally;
import taskglass.task.status.AgentTask;
import taskglass.task.store.TaskStore;
import taskglass.task.store.TreeSum;
import taskglass.text.FolderName;
import taskglass.text.LastSeenText;
import taskglass.text.ServerNames;

/** Tasks as rows of a table for human readers. */
public final class TaskLines {
    private static final String UNKNOWN = "–";
    /** Stands for what could not be read in time. */
    private static final String UNREAD = "?";

    private static final Column SERVER = new Column("SERVER", false, Give.NOTHING, 0);
    private static final Column NOTE = new Column("NOTE", false, Give.END, 0);
    private static final List<Column> COLUMNS = List.of(
            new Column("STATUS", false, Give.NOTHING, 0),
            new Column("TASK", false, Give.END, 0),
            new Column("AGENT", false, Give.NOTHING, 2),
            new Column("ELAPSED", true, Give.NOTHING, 4),
            new Column("CALLS", true, Give.NOTHING, 3),
            new Column("DIRECTORY", false, Give.FRONT, 1),
            new Column("SESSION", false, Give.NOTHING, 0));

    private TaskLines() {}

    /** A column names the servers if there are several, and one says what tasks ask or why they failed, if any does. */
    public static TextTable of(TaskStore store, List<Row> rows, boolean severalServers, Instant now) {
        List<Column> columns = new ArrayList<>(COLUMNS);
        if (severalServers) {
            columns.add(SERVER);
        }
        boolean notes = rows.stream().anyMatch(row -> !note(row.task()).isEmpty());
        if (notes) {
            columns.add(NOTE);
        }
        TextTable table = new TextTable(columns);
        for (Row row : rows) {
            List<String> cells = cells(store, row, now);
            if (severalServers) {
                cells.add(ServerNames.of(row.task().key().server()));
            }
            if (notes) {
                cells.add(note(row.task()));
            }
            table.add(cells);
        }
        return table;
    }

    private static List<String> cells(TaskStore store, Row row, Instant now) {
        AgentTask task = row.task();
        List<String> cells = new ArrayList<>();
        boolean unread = !store.isRead(task) || task.messagesRefused();
        boolean unknown = unread && task.status() == TaskStatus.IDLE;
        cells.add(unknown ? UNREAD : status(task, now));
        cells.add("  ".repeat(row.depth()) + title(task));
        cells.add(task.session().assignment().agent().map(TerminalText::plain).orElse(UNKNOWN));
        cells.add(task.elapsed(now).map(Elapsed::text).orElse(unknown ? UNREAD : UNKNOWN));
        cells.add(unknown ? UNREAD : calls(task, TreeSum.of(store, task)));
        cells.add(TerminalText.plain(new FolderName(task.session().directory()).shown()));
        cells.add(TerminalText.plain(task.key().session()));
        return cells;
    }

    /** What the task asks, or why it failed, was stopped or is tried again; "" if there is nothing to say. */
    private static String note(AgentTask task) {
        return task.attention().stream()
                .findFirst()
                .map(RequestLines::title)
                .orElseGet(() -> TerminalText.plain(TaskJson.error(task).orElse("")));
    }

    private static String status(AgentTask task, Instant now) {
        String word = StatusName.word(task.status());
        return task.lastSeen().map(at -> LastSeenText.of(word, at, now)).orElse(word);
    }

    private static String title(AgentTask task) {
        String plain = TerminalText.plain(task.name());
        return plain.isEmpty() ? "(untitled)" : plain;
    }

    /** The task's own calls, followed by those of its whole tree: "1 (3)". */
    private static String calls(AgentTask task, TreeSum tree) {
        return tree.tasks() == 1 ? calls(task) : calls(task) + " (" + (tree.exact() ? "" : "≥ ") + tree.calls() + ")";
    }

    /** "31"; "≥ 9" if some may be missing; "–" if none is known. */
    static String calls(AgentTask task) {
        return task.run()
                .map(run -> run.tools())
                .filter(tally -> tally.exact() || tally.count() > 0)
                .map(TaskLines::calls)
                .orElse(UNKNOWN);
    }

    private static String calls(ToolTally tally) {
        return tally.exact() ? String.valueOf(tally.count()) : "≥ " + tally.count();
    }
}

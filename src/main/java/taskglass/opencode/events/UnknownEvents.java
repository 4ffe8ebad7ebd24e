package taskglass.opencode.events;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import taskglass.task.TextCut;

/**
 * Counts the events of types that no known OpenCode version has sent: a newer version may report something that
 * Taskglass does not read.
 */
public final class UnknownEvents {
    private static final int TYPES_KEPT = 50;
    private static final int LONGEST = 100;

    /**
     * Types, and beginnings of types, that report nothing about a task which another event would not report as well.
     */
    private static final Set<String> SILENT = Set.of(
            "sync",
            "todo.updated",
            "message.part.delta",
            "message.removed",
            "message.part.removed",
            "session.compacted",
            "session.diff",
            "session.forked",
            "session.viewed",
            "session.permissions",
            "session.synthetic",
            "session.step.streamed",
            "session.tool.input.ended",
            "session.metadata.updated",
            "session.instructions.updated",
            "session.skill.activated",
            "session.inbox.delivery.changed");

    private static final Set<String> SILENT_ROOMS = Set.of(
            "agent",
            "catalog",
            "command",
            "file",
            "global",
            "installation",
            "integration",
            "log",
            "lsp",
            "mcp",
            "model",
            "models-dev",
            "plugin",
            "project",
            "provider",
            "pty",
            "reference",
            "rpc",
            "server",
            "shell",
            "tui",
            "vcs",
            "workspace",
            "worktree");

    /** The runtime behind {@code /api}, which 1.18 has beside the watched one, and what 2.x reports besides runs. */
    private static final Set<String> OTHER_RUNTIME = Set.of(
            "session.next.",
            "permission.v2.",
            "question.v2.",
            "session.usage.",
            "session.shell.",
            "session.compaction.");

    private final Map<String, Long> counts = new ConcurrentHashMap<>();

    /** Counts an event that reports nothing. Thread-safe. */
    void ignored(String type) {
        String name = TextCut.beginning(type, LONGEST);
        boolean known = SILENT.contains(name)
                || SILENT_ROOMS.contains(name.split("\\.", 2)[0])
                || OTHER_RUNTIME.stream().anyMatch(name::startsWith);
        if (!known && (counts.size() < TYPES_KEPT || counts.containsKey(name))) {
            counts.merge(name, 1L, Long::sum);
        }
    }

    /** Returns the count per type, in alphabetical order. Thread-safe. */
    public Map<String, Long> counts() {
        return new TreeMap<>(counts);
    }
}

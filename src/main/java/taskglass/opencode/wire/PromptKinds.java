package taskglass.opencode.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.regex.Pattern;
import taskglass.task.run.PromptKind;

/**
 * Determines from the parts of a user message who wrote it: the user or a parent, or a server, a plugin, or Taskglass.
 */
public final class PromptKinds {
    /** What OpenCode writes above the output of a command that the user ran. */
    private static final String COMMAND = "The following tool was executed by the user";

    /**
     * How the plugin oh-my-opencode wraps the text that it inserts. It also marks the end of its prompts to its
     * children.
     */
    private static final String REMINDER = "<system-reminder>";

    private static final String MARK = "<!-- OMO_INTERNAL_INITIATOR -->";
    private static final String MARK_OF_A_NOTE = "<!-- OMO_INTERNAL_NOREPLY -->";

    /** As written by {@code engine.ParentText}. */
    private static final Pattern REPORT = Pattern.compile(
            "Background task \".*\" (completed in|failed after|was cancelled after|was interrupted after) .*"
                    + "\n\nSession: \\S+\\s*",
            Pattern.DOTALL);

    private PromptKinds() {}

    /** Returns the kind of a message with all its parts. */
    public static PromptKind of(JsonNode parts) {
        PromptKind kind = PromptKind.UNKNOWN;
        for (JsonNode part : parts) {
            kind = kind.and(ofPart(part).orElse(PromptKind.UNKNOWN));
        }
        return kind;
    }

    /** Returns the kind according to one part of a message. Empty if the part does not determine it. */
    static Optional<PromptKind> ofPart(JsonNode part) {
        return switch (part.path("type").asText()) {
            case "text" -> Optional.of(ofText(part)).filter(kind -> kind != PromptKind.UNKNOWN);
            case "file", "agent", "subtask" -> Optional.of(PromptKind.PROMPT);
            case "compaction" ->
                Optional.of(part.path("auto").asBoolean() ? PromptKind.COMPACTION : PromptKind.SUMMARY);
            default -> Optional.empty();
        };
    }

    private static PromptKind ofText(JsonNode part) {
        String text = part.path("text").asText();
        if (part.path("synthetic").asBoolean() || part.path("ignored").asBoolean()) {
            return text.startsWith(COMMAND) ? PromptKind.SHELL : PromptKind.SYNTHETIC;
        }
        if (isReminder(text)) {
            return PromptKind.REMINDER;
        }
        return isReport(text) ? PromptKind.REPORT : text.isBlank() ? PromptKind.UNKNOWN : PromptKind.PROMPT;
    }

    /** Both ends must be the plugin's: a user may paste one of them into a prompt. */
    private static boolean isReminder(String text) {
        if (!text.stripLeading().startsWith(REMINDER)) {
            return false;
        }
        String end = text.stripTrailing();
        String marked = end.endsWith(MARK_OF_A_NOTE)
                ? end.substring(0, end.length() - MARK_OF_A_NOTE.length()).stripTrailing()
                : end;
        return marked.endsWith(MARK);
    }

    private static boolean isReport(String text) {
        return text.startsWith("Background task \"") && REPORT.matcher(text).matches();
    }
}

package taskglass.opencode.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Collectors;
import taskglass.task.transcript.ClippedText;
import taskglass.task.transcript.FileChange;

/** Reads the changes of a file in the format of the V1 API. 1.15 and later send a patch, 1.2 sends both texts. */
public final class ChangeWire {
    private ChangeWire() {}

    public static List<FileChange> changes(JsonNode files) {
        return files.valueStream().map(ChangeWire::change).toList();
    }

    static FileChange change(JsonNode file) {
        String patch = file.has("patch")
                ? body(file.path("patch").asText())
                : LineDiff.between(
                        file.path("before").asText(), file.path("after").asText());
        return new FileChange(
                file.path("file").asText(),
                kind(file),
                file.path("additions").asInt(),
                file.path("deletions").asInt(),
                ClippedText.of(patch));
    }

    private static FileChange.Kind kind(JsonNode file) {
        return switch (file.path("status").asText()) {
            case "added" -> FileChange.Kind.ADDED;
            case "deleted" -> FileChange.Kind.DELETED;
            default -> FileChange.Kind.MODIFIED;
        };
    }

    /** Removes the lines before the first hunk, which contain no more than the file's name. */
    private static String body(String patch) {
        return patch.lines().dropWhile(line -> !line.startsWith("@@")).collect(Collectors.joining("\n"));
    }
}

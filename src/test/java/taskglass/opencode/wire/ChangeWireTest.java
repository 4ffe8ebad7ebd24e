package taskglass.opencode.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import org.junit.jupiter.api.Test;
import taskglass.opencode.http.Http;
import taskglass.task.transcript.ClippedText;
import taskglass.task.transcript.FileChange;

/** Changed files as real servers wrote them. */
class ChangeWireTest {
    @Test
    void version1_18SendsAPatchOfWhichTheHunksCount() throws JsonProcessingException {
        assertThat(change("""
            {"file": "readme.md", "patch": "Index: readme.md\\n===================\\n--- readme.md\\t\\n+++ readme.md\\t\\n@@ -1,1 +1,1 @@\\n-old text\\n+new text\\n",
             "additions": 1, "deletions": 1, "status": "modified"}\
            """))
                .isEqualTo(new FileChange(
                        "readme.md",
                        FileChange.Kind.MODIFIED,
                        1,
                        1,
                        ClippedText.of("@@ -1,1 +1,1 @@\n-old text\n+new text")));
    }

    @Test
    void version1_2SendsBothTexts() throws JsonProcessingException {
        assertThat(change("""
            {"file": "hello.txt", "before": "", "after": "one\\ntwo\\nthree\\n", "additions": 3, "deletions": 0,
             "status": "added"}\
            """))
                .isEqualTo(new FileChange(
                        "hello.txt",
                        FileChange.Kind.ADDED,
                        3,
                        0,
                        ClippedText.of("@@ -0,0 +1,3 @@\n+one\n+two\n+three")));
    }

    @Test
    void aFileThatIsNoTextHasNoPatch() throws JsonProcessingException {
        assertThat(change("""
            {"file": "logo.png", "patch": "", "additions": 0, "deletions": 0, "status": "deleted"}\
            """)).isEqualTo(new FileChange("logo.png", FileChange.Kind.DELETED, 0, 0, ClippedText.EMPTY));
    }

    private static FileChange change(String json) throws JsonProcessingException {
        return ChangeWire.change(Http.JSON.readTree(json));
    }
}

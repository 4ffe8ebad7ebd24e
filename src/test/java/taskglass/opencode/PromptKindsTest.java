package taskglass.opencode;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import taskglass.opencode.http.Http;
import taskglass.opencode.wire.PromptKinds;
import taskglass.task.run.PromptKind;

/** Who wrote a user message, by its texts: what a person has pasted into a prompt is the person's. */
class PromptKindsTest {
    private static final String MARK = "<!-- OMO_INTERNAL_INITIATOR -->";
    private static final String REMINDER =
            "<system-reminder>\n[BACKGROUND TASK COMPLETED]\n**ID:** `bg_1`\n</system-reminder>\n" + MARK;

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "\n<!-- OMO_INTERNAL_NOREPLY -->", "\n<!-- OMO_INTERNAL_NOREPLY -->\n"})
    void trap39AReminderBeginsAndEndsLikeThePlugins(String end) {
        assertThat(of(REMINDER + end)).isEqualTo(PromptKind.REMINDER);
    }

    @Test
    void trap39AReminderThatIsPastedInsideAPromptIsPartOfThatPrompt() {
        assertThat(of("What does this mean?\n" + REMINDER + "\nIt came twice.")).isEqualTo(PromptKind.PROMPT);
        assertThat(of("What does this mean?\n" + REMINDER)).isEqualTo(PromptKind.PROMPT);
        assertThat(of(REMINDER + "\nWhat does this mean?")).isEqualTo(PromptKind.PROMPT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<system-reminder>\nRead the file.\n</system-reminder>",
                "<system-reminder>",
                "<system-reminder> is what I see at the top. Why?"
            })
    void trap39OneThatOnlyBeginsLikeThePluginsIsAPrompt(String text) {
        assertThat(of(text)).isEqualTo(PromptKind.PROMPT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Explore the parser.\n\n" + MARK, MARK, "steps=3\n" + MARK + "\n"})
    void trap39OneThatOnlyEndsLikeThePluginsIsAPrompt(String text) {
        assertThat(of(text)).isEqualTo(PromptKind.PROMPT);
    }

    @Test
    void aReminderBesideAPersonsTextIsPartOfThePrompt() {
        assertThat(of(REMINDER, "And now go on.")).isEqualTo(PromptKind.PROMPT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Background task \"Port it\" completed in 12s with 3 tool calls.\n\nDone.\n\nSession: ses_1",
                "Background task \"Port it\" failed after 1m 2s with 1 tool calls: no credit.\n\nSession: ses_1",
                "Background task \"Say \"hi\"\" was cancelled after 0s with 0 tool calls.\n\nSession: ses_1",
                "Background task \"a\nb\" was interrupted after 3s with 2 tool calls.\n\nx\n\ny\n\nSession: ses_1"
            })
    void ourOwnReportIsNoPrompt(String text) {
        assertThat(of(text)).isEqualTo(PromptKind.REPORT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Background task \"Port it\" completed in 12s with 3 tool calls.\n\nSession: ses_1\n\nGo on with it.",
                "It said: Background task \"Port it\" completed in 12s with 3 tool calls.\n\nSession: ses_1",
                "Background task \"Port it\" is what I want to start."
            })
    void aReportInsideAPersonsWordsIsPartOfThePrompt(String text) {
        assertThat(of(text)).isEqualTo(PromptKind.PROMPT);
    }

    private static PromptKind of(String... texts) {
        ArrayNode parts = Http.JSON.createArrayNode();
        for (String text : texts) {
            parts.addObject().put("type", "text").put("text", text);
        }
        return PromptKinds.of(parts);
    }
}

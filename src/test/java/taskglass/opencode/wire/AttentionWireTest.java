package taskglass.opencode.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import taskglass.opencode.Recording;
import taskglass.opencode.http.Http;
import taskglass.task.request.Answer;
import taskglass.task.request.Attention;
import taskglass.task.request.Attention.Kind;
import taskglass.task.request.RequestContent;
import taskglass.task.request.RequestContent.Inquiry;
import taskglass.task.request.RequestContent.Option;
import taskglass.task.request.RequestContent.Permission;

/** What recorded servers said of requests, and the answers that they take. */
class AttentionWireTest {
    @ParameterizedTest
    @ValueSource(strings = {"1.18.33", "1.2.27"})
    void anEditTellsItsFileItsDiffAndWhatAlwaysWouldAllow(String version) {
        Attention edit = asked(version + "/permission-once", "permission.asked");
        Permission asking = (Permission) edit.asking();
        assertThat(edit.kind()).isEqualTo(Kind.PERMISSION);
        assertThat(asking.whole()).isEqualTo("/home/dev/project/out-once.txt");
        assertThat(asking.diff().text()).endsWith("@@ -0,0 +1,1 @@\n+line 0\n");
        assertThat(asking.diff().cut()).isFalse();
        assertThat(asking.always().patterns()).containsExactly("*");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.18.33", "1.2.27"})
    void aFetchTellsItsUrl(String version) {
        Attention fetch = asked(version + "/permission-list-broken", "permission.asked");
        assertThat(fetch.topic()).isEqualTo("webfetch");
        assertThat(((Permission) fetch.asking()).whole()).isEqualTo("http://127.0.0.1:9/");
        assertThat(((Permission) fetch.asking()).diff()).isEqualTo(RequestContent.Diff.NONE);
    }

    @Test
    void aRepeatedCallTellsItsToolAndInput() {
        Attention loop = asked("1.18.33/doom-loop-permission", "permission.asked");
        assertThat(((Permission) loop.asking()).whole()).startsWith("read {").contains("/home/dev/project/big.txt");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.18.33", "1.2.27"})
    void aQuestionTellsItsOptions(String version) {
        Attention question = asked(version + "/question", "question.asked");
        List<Option> options = List.of(new Option("red", "r"), new Option("blue", "b"));
        assertThat(question.kind()).isEqualTo(Kind.QUESTION);
        assertThat(((RequestContent.Questions) question.asking()).inquiries())
                .containsExactly(new Inquiry("Colour", "Which colour?", options, false, true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.18.33", "1.2.27"})
    void aListTellsTheSameAsTheEvent(String version) {
        Recording recording = Recording.of(version + "/question");
        assertThat(AttentionWire.request(recording.answer("GET /question", 0).path(0)))
                .isEqualTo(asked(version + "/question", "question.asked"));
    }

    @Test
    void aRequestOfSeveralQuestionsKeepsThemAllAndHowEachMayBeAnswered() throws IOException {
        JsonNode request = Http.JSON.readTree("""
            {"id": "que_1", "questions": [
              {"question": "One?", "header": "1", "options": [{"label": "a", "description": ""}], "custom": false},
              {"question": "Some?", "header": "2", "options": [], "multiple": true}]}
            """);
        assertThat(((RequestContent.Questions) AttentionWire.request(request).asking()).inquiries())
                .containsExactly(
                        new Inquiry("1", "One?", List.of(new Option("a", "")), false, false),
                        new Inquiry("2", "Some?", List.of(), true, true));
    }

    @Test
    void aDiffLongerThanAnybodyReadsIsCutAndSaysSo() {
        ObjectNode request = Http.JSON.createObjectNode().put("id", "per_1").put("permission", "edit");
        request.putObject("metadata").put("diff", "+".repeat(AttentionWire.WHOLE + 1));
        Permission asking = (Permission) AttentionWire.request(request).asking();
        assertThat(asking.diff().text()).hasSize(AttentionWire.WHOLE);
        assertThat(asking.diff().cut()).isTrue();
    }

    @Test
    void aRejectionSaysItsMessageOnlyWhenThereIsOne() {
        assertThat(AnswerWire.of("per_1", new Answer.Reject("no")).body().toString())
                .isEqualTo("{\"reply\":\"reject\",\"message\":\"no\"}");
        assertThat(AnswerWire.of("per_1", new Answer.Reject("")).body().toString())
                .isEqualTo("{\"reply\":\"reject\"}");
    }

    @Test
    void eachQuestionGetsAListOfLabels() {
        AnswerWire wire =
                AnswerWire.of("que_1", new Answer.Chosen(List.of(List.of("a"), List.of(), List.of("b", "c"))));
        assertThat(wire.path()).isEqualTo("/question/que_1/reply");
        assertThat(wire.body().toString()).isEqualTo("{\"answers\":[[\"a\"],[],[\"b\",\"c\"]]}");
    }

    private static Attention asked(String recording, String type) {
        return AttentionWire.request(
                Recording.of(recording).eventsOfType(type).getFirst().path("properties"));
    }
}

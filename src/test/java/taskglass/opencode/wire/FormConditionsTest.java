package taskglass.opencode.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import taskglass.opencode.http.Http;
import taskglass.opencode.v2.V2Requests;
import taskglass.task.request.RequestContent.Questions;

/** Fields of a form that are asked for only with some answers to fields before them. */
class FormConditionsTest {
    private static final String FORM = """
        {"id": "frm_1", "sessionID": "ses_1", "title": "Release", "fields": [
          {"key": "channel", "type": "string", "options": [
            {"value": "s", "label": "stable"}, {"value": "b", "label": "beta"}]},
          {"key": "targets", "type": "multiselect", "options": [
            {"value": "l", "label": "Linux"}, {"value": "m", "label": "macOS"}]},
          {"key": "sign", "type": "boolean"},
          {"key": "copies", "type": "integer"},
          {"key": "last", "type": "string", "when": WHEN},
          {"key": "more", "type": "string", "when": [{"key": "last", "op": "eq", "value": "x"}]}]}
        """;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[{'key':'channel','op':'eq','value':'s'}]  | true",
                "[{'key':'channel','op':'neq','value':'s'}] | false",
                "[{'key':'channel','op':'neq','value':'b'}] | true",
                "[{'key':'targets','op':'eq','value':'m'}]  | true",
                "[{'key':'targets','op':'neq','value':'l'}] | false",
                "[{'key':'sign','op':'eq','value':true}]    | true",
                "[{'key':'sign','op':'eq','value':false}]   | false",
                "[{'key':'copies','op':'eq','value':2}]     | true",
                "[{'key':'copies','op':'neq','value':2}]    | false",
                "[{'key':'channel','op':'eq','value':'s'},{'key':'sign','op':'eq','value':false}] | false",
                "[{'key':'channel','op':'eq','value':'s'},{'key':'sign','op':'eq','value':true}]  | true",
                "{'key':'channel','op':'eq','value':'s'}    | true",
                "{'key':'channel','op':'eq','value':'b'}    | false",
                "[{'key':'nowhere','op':'neq','value':'x'}] | false"
            })
    void aFieldIsAskedForAndAnsweredWhileAllOfItsConditionsHold(String when, boolean asked) throws IOException {
        JsonNode form = form(when);
        List<List<String>> answers = answers("x");
        Questions questions =
                (Questions) AttentionWire.request(V2Requests.form(form)).asking();
        assertThat(questions.asks(4, answers)).isEqualTo(asked);
        assertThat(V2Requests.answer(form.path("fields"), answers).has("last")).isEqualTo(asked);
    }

    @Test
    void aFieldThatIsNotAskedForTakesThoseWithItThatHangOnIt() throws IOException {
        JsonNode form = form("[{'key':'channel','op':'eq','value':'b'}]");
        Questions questions =
                (Questions) AttentionWire.request(V2Requests.form(form)).asking();
        assertThat(questions.asked(answers("x")).subList(4, 6)).containsOnly(List.of());
        assertThat(V2Requests.answer(form.path("fields"), answers("x")).has("more"))
                .isFalse();
    }

    @Test
    void aFieldThatWasLeftEmptyMeetsNoCondition() throws IOException {
        JsonNode form = form("[]");
        Questions questions =
                (Questions) AttentionWire.request(V2Requests.form(form)).asking();
        assertThat(questions.asks(5, questions.asked(answers("")))).isFalse();
    }

    @Test
    void aFormOfJulyThatSendsAPersonToAnAddressShowsItAndIsAnsweredWithNothing() throws IOException {
        JsonNode form = Http.JSON.readTree("""
            {"id": "frm_1", "sessionID": "ses_1", "mode": "url", "title": "Sign in", "url": "https://tracker.example"}
            """);
        Questions questions =
                (Questions) AttentionWire.request(V2Requests.asV1(form)).asking();
        assertThat(questions.inquiries().getFirst().text()).contains("https://tracker.example");
        assertThat(V2Requests.answer(form.path("fields"), List.of(List.of("Done"))))
                .isEmpty();
    }

    private static JsonNode form(String when) throws IOException {
        return Http.JSON.readTree(FORM.replace("WHEN", when.replace('\'', '"')));
    }

    private static List<List<String>> answers(String last) {
        List<String> text = last.isEmpty() ? List.of() : List.of(last);
        return List.of(
                List.of("stable"),
                List.of("Linux", "macOS"),
                List.of("Yes"),
                List.of("2"),
                text,
                List.of("more words"));
    }
}

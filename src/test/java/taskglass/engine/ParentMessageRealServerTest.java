package taskglass.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import taskglass.lab.Await;
import taskglass.lab.FxThread;
import taskglass.lab.NeedsOpenCode;
import taskglass.lab.RealOpenCode;
import taskglass.task.Assignment;
import taskglass.task.Launch.ParentWish;
import taskglass.task.LaunchRequest;
import taskglass.task.LaunchRequest.Family;
import taskglass.task.TaskStatus;

/** What a parent session on a real server gets to read when its children settle. */
@NeedsOpenCode
class ParentMessageRealServerTest {
    private Rig rig;
    private String parent;

    @BeforeEach
    void watch() {
        rig = new Rig(RealOpenCode.shared());
        parent = rig.create("a parent");
        rig.prompt(parent, "words=1");
        rig.awaitStatus(parent, TaskStatus.COMPLETED);
    }

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void aParentIsWokenWithOneMessage() {
        String child = launch("Count", "steps=2", ParentWish.WAKE);
        Await.until("the parent has answered", () -> answersAfterNews() == 1);
        assertThat(news()).hasSize(1);
        assertThat(news().getFirst())
                .startsWith("Background task \"Count\" completed in ")
                .contains("with 2 tool calls.")
                .contains("done 0 done 1 done 2")
                .contains(child);
    }

    @Test
    void aQuietMessageIsStoredAndNobodyAnswers() {
        launch("Count", "fail=400", ParentWish.QUIET);
        Await.until("the parent has the message", () -> news().size() == 1);
        assertThat(news().getFirst()).contains("failed after").contains("scripted failure 400");
        assertThat(answersAfterNews()).isZero();
        assertThat(rig.task(parent).status()).isEqualTo(TaskStatus.COMPLETED);
    }

    @Test
    void aBusyParentGetsItsMessageWhenItRests() {
        rig.prompt(parent, "gate=parent-rests");
        rig.awaitStatus(parent, TaskStatus.RUNNING);
        String child = launch("Early", "words=1", ParentWish.QUIET);
        rig.awaitStatus(child, TaskStatus.COMPLETED);
        assertThat(news()).isEmpty();
        assertThat(FxThread.ask(() -> rig.engine.pendingMessages())).hasSize(1);
        rig.server.model().gates().open("parent-rests");
        Await.until("the parent has the message", () -> news().size() == 1);
    }

    @Test
    void twoChildrenThatFinishTogetherBothArrive() {
        launch("One", "gate=both words=1", ParentWish.WAKE);
        launch("Two", "gate=both words=1", ParentWish.WAKE);
        rig.server.model().gates().open("both");
        Await.until("both messages are there", () -> news().size() == 2);
        assertThat(String.join("\n", news())).contains("\"One\"").contains("\"Two\"");
        Await.until(
                "nothing waits any more",
                () -> FxThread.ask(() -> rig.engine.pendingMessages()).isEmpty());
    }

    private String launch(String description, String script, ParentWish wish) {
        Family family = new Family(Optional.of(rig.key(parent)), wish);
        Assignment build = new Assignment(Optional.of("build"), Optional.empty());
        return rig.outcome(() -> rig.engine.launch(new LaunchRequest(
                        rig.connection.server(),
                        description,
                        script,
                        build,
                        rig.server.project().toString(),
                        family)))
                .session();
    }

    /** The messages of ours in the parent's transcript. */
    private List<String> news() {
        List<String> texts = new ArrayList<>();
        for (JsonNode message : rig.messages(parent)) {
            for (JsonNode part : message.path("parts")) {
                if (part.path("text").asText().startsWith("Background task")) {
                    texts.add(part.path("text").asText());
                }
            }
        }
        return texts;
    }

    /** How many finished answers stand behind the first message of ours. */
    private int answersAfterNews() {
        int answers = 0;
        boolean told = false;
        for (JsonNode message : rig.messages(parent)) {
            told |= message.findValuesAsText("text").stream().anyMatch(text -> text.startsWith("Background task"));
            answers += told && message.at("/info/finish").asText().equals("stop") ? 1 : 0;
        }
        return answers;
    }
}

package taskglass.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import taskglass.lab.Await;
import taskglass.lab.FaultProxy;
import taskglass.lab.NeedsOpenCode;
import taskglass.lab.RealOpenCode;
import taskglass.task.TaskStatus;

/** Three agents deep a permission waits: seen in the strip at once, allowed by keyboard; the tree completes, one toast. */
@NeedsOpenCode
class AttentionStoryTest extends AttentionOverServer {
    /** An agent that may call others, as a person would configure one. */
    private static final String LEAD = """
        {"subagent_depth": 3,
         "agent": {"lead": {"mode": "all", "description": "calls others", "permission": {"task": "allow"}}}}
        """;

    private static FaultProxy between;

    @BeforeAll
    static void stepBetween() throws IOException {
        between = new FaultProxy("");
    }

    @AfterAll
    static void stepAside() {
        between.close();
    }

    @Override
    public String address() {
        between.pointTo(server().baseUrl());
        return between.baseUrl();
    }

    /** No listing can tell who asks until the strip says it: it has come by the stream, sooner than a poll would bring it. */
    @Test
    void aPermissionThreeAgentsDeepIsSeenAtOnceAndAllowedByKeyboard() throws IOException {
        Path directory = rig.server.newDirectory("deep-" + UUID.randomUUID());
        Files.writeString(directory.resolve("opencode.json"), LEAD);
        String root = create("Deep root", directory);
        between.hold(path -> path.endsWith("/permission"));
        prompt(root, directory, "steps=1 tool=task deep=2 leaf=write agent=lead");

        String grandchild = awaitAsked(directory);
        long asked = System.nanoTime();
        awaitStrip("wants to edit out-0.txt");
        System.out.printf(
                "a permission three agents deep is in the strip %d ms after the server lists it%n",
                Duration.ofNanos(System.nanoTime() - asked).toMillis());
        between.letGo();
        assertThat(strip()).contains("below Deep root › level 1");

        enterStrip();
        push(KeyCode.DIGIT1);
        rig.awaitStatus(root, TaskStatus.COMPLETED);
        assertThat(rig.task(grandchild).status()).isEqualTo(TaskStatus.COMPLETED);
        assertThat(directory.resolve("out-0.txt")).hasContent("line");
        awaitNoStrip();
        Await.until("a toast tells it", () -> toastWith("Deep root").isPresent());
        assertThat(toasts()).isEqualTo(1);
        rig.awaitListing();
        assertThat(rig.notices(root)).containsExactly(TaskStatus.COMPLETED);
        assertThat(rig.notices(grandchild)).isEmpty();
    }

    /** Waits for the server's own word that a permission is asked for, and by whom. */
    private String awaitAsked(Path directory) {
        String path = "/permission?directory=" + RealOpenCode.encoded(directory);
        Await.until("somebody asks", () -> !rig.server.get(path).isEmpty());
        return rig.server.get(path).at("/0/sessionID").asText();
    }
}

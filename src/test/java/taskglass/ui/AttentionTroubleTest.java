package taskglass.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.UUID;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import taskglass.lab.FxThread;
import taskglass.lab.NeedsOpenCode;
import taskglass.task.TaskStatus;

/** A request whose server has gone: it cannot be answered, and what was typed is still there. */
@NeedsOpenCode
class AttentionTroubleTest extends AttentionOverServer {
    @AfterEach
    void serverComesBack() throws IOException {
        server().restartOnSamePort();
    }

    @Test
    void whileItsServerIsGoneARequestCannotBeAnsweredAndKeepsWhatWasTyped() throws IOException {
        Path directory = server().newDirectory("gone-" + UUID.randomUUID());
        String session = create("Gone", directory);
        prompt(session, directory, "steps=1 tool=write");
        rig.awaitStatus(session, TaskStatus.NEEDS_YOU);
        enterStrip();
        push(KeyCode.DIGIT3);
        TextInputControl message = FxThread.ask(() -> (TextInputControl) node("#reject-message"));
        interact(() -> message.setText("use a table instead"));
        server().stop();
        FxThread.until("it cannot be answered", () -> node("#attention-once").isDisabled());
        push(KeyCode.ENTER);
        String kept = FxThread.ask(message::getText);
        assertThat(kept).isEqualTo("use a table instead");
        assertThat(FxThread.ask(() -> message.isVisible() && !message.isDisabled()))
                .isTrue();
    }
}

package taskglass.ui;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import taskglass.lab.Await;
import taskglass.lab.NeedsOpenCode;
import taskglass.task.LaunchChoices.Agent;

/** The launch dialog over a real server. */
@NeedsOpenCode
class LaunchDialogTest extends WindowOverServer {
    @Test
    void aTaskIsLaunchedThroughTheDialog() {
        interact(() -> button(stage, "#launch").fire());
        Window dialog = awaitDialog();
        type(dialog, "#description", "From the dialog");
        type(dialog, "#prompt", "steps=1\nwords=2");
        type(dialog, "#directory", rig.server.project().toString());
        interact(() -> button(dialog, "#launch").requestFocus());
        Await.until(
                "the launch button is ready", () -> !button(dialog, "#launch").isDisabled());
        interact(() -> button(dialog, "#launch").fire());
        awaitRow("From the dialog", "Completed");
        assertThat(dialog.isShowing()).isFalse();
    }

    @Test
    void aRefusedLaunchLeavesTheDialogOpenWithWhatWasTyped() {
        interact(() -> button(stage, "#launch").fire());
        Window dialog = awaitDialog();
        type(dialog, "#description", "Refused");
        type(dialog, "#prompt", "steps=1");
        Await.until("agents are there", () -> !agents(dialog).getItems().isEmpty());
        rig.server.stop();
        try {
            interact(() -> button(dialog, "#launch").fire());
            Await.until(
                    "the server's sentence is shown",
                    () -> from(root(dialog))
                            .lookup("#refusal")
                            .queryLabeled()
                            .getText()
                            .contains("does not answer"));
            assertThat(text(dialog, "#prompt")).isEqualTo("steps=1");
            assertThat(dialog.isShowing()).isTrue();
        } finally {
            restart();
        }
    }

    @Test
    void theDialogOffersVisibleAgentsAndTheServersModel() {
        interact(() -> button(stage, "#launch").fire());
        Window dialog = awaitDialog();
        Await.until("agents are there", () -> !agents(dialog).getItems().isEmpty());
        assertThat(agents(dialog).getItems())
                .extracting(Agent::name)
                .contains("build", "general")
                .doesNotContain("title", "summary");
    }
}

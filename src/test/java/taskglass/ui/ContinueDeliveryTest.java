package taskglass.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.ApplicationTest;
import taskglass.engine.Engine;
import taskglass.lab.FxThread;
import taskglass.lab.OpenCode2;
import taskglass.opencode.Connection;
import taskglass.opencode.http.Credentials;
import taskglass.opencode.http.Endpoint;
import taskglass.opencode.local.LocalOpenCode;
import taskglass.opencode.local.OpenCodeInstall;
import taskglass.settings.Settings;
import taskglass.settings.SettingsFile;
import taskglass.task.ServerId;
import taskglass.task.TaskKey;
import taskglass.task.TaskStatus;
import taskglass.task.request.PromptDelivery;
import taskglass.task.status.AgentTask;
import taskglass.ui.launch.ContinueController;
import taskglass.ui.launch.LaunchMemory;

/** A follow-up to a task of 2.x: while it works, a person says when the prompt shall reach it. */
class ContinueDeliveryTest extends ApplicationTest {
    private OpenCode2 server;
    private Engine engine;
    private TaskKey task;
    private Stage stage;

    @Override
    public void start(Stage primary) {
        stage = new Stage();
    }

    @BeforeEach
    void watch() throws IOException {
        server = new OpenCode2();
        ServerId id = new ServerId(server.baseUrl());
        task = new TaskKey(id, server.agents().session("Port the parser"));
        LocalOpenCode none = new LocalOpenCode(new OpenCodeInstall(Map.of(), Path.of("/nowhere"), false), Map.of());
        engine = FxThread.ask(() -> new Engine(Clock.systemUTC(), FxThread.executor(), none));
        Credentials credentials = new Credentials("opencode", OpenCode2.PASSWORD);
        interact(() -> engine.watch(new Connection(new Endpoint(id, Optional.of(credentials)))));
        FxThread.until("it is listed", () -> engine.store().find(task).isPresent());
    }

    @AfterEach
    void close() {
        interact(() -> {
            stage.close();
            engine.close();
        });
        server.close();
    }

    @Test
    void toATaskAtWorkThePromptGoesWhenOneChooses() {
        work();
        open();
        assertThat(((Label) find("#state")).getText())
                .isEqualTo("The task is running. Choose below when it reads this prompt.");
        interact(() -> {
            choices().setValue(PromptDelivery.QUEUE);
            ((TextInputControl) find("#prompt")).setText("and the printer");
            ((Button) find("#send")).fire();
        });
        FxThread.until(
                "it waits in line",
                () -> server.posted().stream().anyMatch(post -> post.contains("\"delivery\":\"queue\"")));
    }

    @Test
    void toATaskAtRestThereIsNothingToChoose() {
        open();
        assertThat(find("#deliveryField").isVisible()).isFalse();
    }

    private void work() {
        server.agents().begin(task.session(), "port it");
        server.agents().step(task.session());
        FxThread.until("it works", () -> engine.store().find(task).orElseThrow().status() == TaskStatus.RUNNING);
    }

    private void open() {
        AgentTask there = FxThread.ask(() -> engine.store().find(task).orElseThrow());
        LaunchMemory memory = new LaunchMemory(Settings.of(SettingsFile.none(), Runnable::run));
        interact(() -> {
            stage.setScene(new Scene(new ContinueController(engine, memory, there, sent -> {}).root()));
            stage.show();
        });
    }

    @SuppressWarnings("unchecked")
    private ComboBox<PromptDelivery> choices() {
        return (ComboBox<PromptDelivery>) find("#delivery");
    }

    private Node find(String id) {
        return FxThread.ask(() -> stage.getScene().lookup(id));
    }
}

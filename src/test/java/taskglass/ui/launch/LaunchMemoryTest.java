package taskglass.ui.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import taskglass.settings.Settings;
import taskglass.settings.SettingsFile;
import taskglass.task.Assignment;
import taskglass.task.ModelRef;
import taskglass.task.ServerId;
import taskglass.task.request.LaunchRequest;
import taskglass.task.request.LaunchRequest.Family;
import taskglass.ui.launch.LaunchMemory.Choice;
import taskglass.ui.launch.LaunchMemory.Draft;
import taskglass.ui.launch.LaunchMemory.Template;

/** What is remembered of launches; each memory asked reads the file anew, as after a restart. */
class LaunchMemoryTest {
    private static final ServerId HERE = new ServerId("http://127.0.0.1:4096");
    private static final ServerId THERE = new ServerId("http://build-host:4096");

    @TempDir
    private Path folder;

    @Test
    void theLastChoicesAreKeptForEachServer() {
        memory().launched(request(HERE, "plan", "/srv/one"));
        memory().launched(request(THERE, "build", "/srv/two"));
        assertThat(memory().last(HERE)).isEqualTo(new Choice("plan", "lab/scripted", "/srv/one"));
        assertThat(memory().last(THERE)).isEqualTo(new Choice("build", "lab/scripted", "/srv/two"));
    }

    @Test
    void aServerThatNothingWasLaunchedOnHasNoChoices() {
        assertThat(memory().last(HERE)).isEqualTo(Choice.NONE);
    }

    @Test
    void theNewestPromptsAreKeptEachOnce() {
        IntStream.range(0, LaunchMemory.RECENT + 5).forEach(i -> memory().prompted("prompt " + i));
        memory().prompted("prompt 10");
        assertThat(memory().recent()).hasSize(LaunchMemory.RECENT).startsWith("prompt 10", "prompt 24");
        assertThat(memory().recent()).containsOnlyOnce("prompt 10");
    }

    @Test
    void aDraftIsKeptUntilItIsLaunched() {
        memory().draft(new Draft("a name", "half a prompt"));
        assertThat(memory().draft()).isEqualTo(new Draft("a name", "half a prompt"));
        memory().launched(request(HERE, "build", ""));
        assertThat(memory().draft()).isEqualTo(Draft.NONE);
    }

    @Test
    void aTemplateTakesThePlaceOfOneOfItsName() {
        memory().save(new Template("tests", "run them"));
        memory().save(new Template("docs", "write them"));
        memory().save(new Template("tests", "run them all"));
        assertThat(memory().templates())
                .containsExactly(new Template("docs", "write them"), new Template("tests", "run them all"));
    }

    @Test
    void aDeletedTemplateIsGone() {
        memory().save(new Template("tests", "run them"));
        memory().delete(new Template("tests", "run them"));
        assertThat(memory().templates()).isEmpty();
    }

    @Test
    void whatAnotherVersionLeftOutIsNotChosen() throws IOException {
        Files.writeString(file(), "{\"launch\":{\"recent\":[\"one\"]}}");
        assertThat(memory().recent()).containsExactly("one");
        assertThat(memory().draft()).isEqualTo(Draft.NONE);
        assertThat(memory().templates()).isEmpty();
    }

    private LaunchMemory memory() {
        return new LaunchMemory(Settings.of(SettingsFile.at(file()), Runnable::run));
    }

    private Path file() {
        return folder.resolve("settings.json");
    }

    private static LaunchRequest request(ServerId server, String agent, String directory) {
        Assignment who = new Assignment(Optional.of(agent), Optional.of(new ModelRef("lab", "scripted")));
        return new LaunchRequest(server, "described", "a prompt", who, directory, Family.NONE);
    }
}

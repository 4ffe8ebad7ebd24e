package taskglass.demo;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Objects;

/**
 * The script of one task, step by step.
 *
 * @param at when it begins, in minutes after the demo is opened, usually less than 0
 * @param project the folder it works in, under the home folder
 */
record DemoStory(
        double at,
        String title,
        String project,
        String agent,
        String model,
        @JsonProperty("prompt") String asked,
        List<StoryStep> steps) {
    DemoStory {
        title = Objects.requireNonNullElse(title, "");
        project = Objects.requireNonNullElse(project, "");
        agent = Objects.requireNonNullElse(agent, "build");
        model = Objects.requireNonNullElse(model, "claude-sonnet-4-5");
        steps = List.copyOf(steps);
    }

    /** The prompt, else the title. */
    String prompt() {
        return Objects.requireNonNullElse(asked, title);
    }
}

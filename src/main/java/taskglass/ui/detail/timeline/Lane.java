package taskglass.ui.detail.timeline;

import java.util.List;
import java.util.Optional;
import taskglass.task.transcript.Part.Call;

/**
 * One line of the timeline: calls of one tool of which no two overlap, or one subagent.
 *
 * @param name the tool or the subagent; "" if the line continues the one above
 * @param count how many calls the tool or the subagent has made; "" if the line continues the one above
 * @param depth how many subagents it is below the run
 */
public record Lane(String name, String count, int depth, List<Call> calls, Optional<Subagent> subagent) {}

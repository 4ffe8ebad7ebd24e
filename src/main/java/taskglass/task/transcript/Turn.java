package taskglass.task.transcript;

import java.time.Instant;
import java.util.Optional;

/**
 * One message of a session without its parts.
 *
 * @param prompt whether the user, or another agent, wrote it; otherwise it is a step of the agent's answer
 * @param ended when the server closed it
 * @param context how many tokens the model read and wrote, 0 while it is open
 */
public record Turn(
        String id, boolean prompt, Instant created, Optional<Instant> ended, Optional<TurnError> error, long context) {}

package taskglass.engine.command;

import java.time.Duration;
import java.util.function.Predicate;
import taskglass.opencode.OpenCodeClient;
import taskglass.opencode.http.ServerTrouble;
import taskglass.task.request.LaunchChoices;

/**
 * Reads the choices for a launch once the server has loaded them. OpenCode 2 answers with empty lists before that, so
 * it is asked again for some seconds. Blocks, so it is used on a command thread.
 */
public record LoadedChoices(OpenCodeClient client, Pause pause) {
    static final int ASKED_AGAIN = 20;
    private static final Duration BETWEEN = Duration.ofMillis(250);

    /** Waits for a time. */
    @FunctionalInterface
    public interface Pause {
        /** Waits in real time. */
        Pause REAL = Thread::sleep;

        void take(Duration time) throws InterruptedException;
    }

    /** Returns the choices as soon as there are enough of them, or after the last try. */
    LaunchChoices in(String directory, Predicate<LaunchChoices> enough) throws ServerTrouble {
        LaunchChoices choices = client.choices(directory);
        for (int again = 0; client.loadsLater() && !enough.test(choices) && again < ASKED_AGAIN; again++) {
            try {
                pause.take(BETWEEN);
            } catch (InterruptedException closing) {
                Thread.currentThread().interrupt();
                return choices;
            }
            choices = client.choices(directory);
        }
        return choices;
    }
}

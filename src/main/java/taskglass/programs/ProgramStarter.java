package taskglass.programs;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import taskglass.programs.NotOpened.Why;

/** Starts programs that live on when Taskglass ends. Blocks for as long as a program may fail at its start. */
public final class ProgramStarter {
    private final Duration watched;

    /** @param watched how long after its start an error of a program is reported */
    ProgramStarter(Duration watched) {
        this.watched = watched;
    }

    public ProgramStarter() {
        this(Duration.ofSeconds(5));
    }

    public void start(ProgramCommand command) throws NotOpened {
        String program = command.words().getFirst();
        ProcessBuilder builder = new ProcessBuilder(command.words())
                .directory(command.folder().toFile())
                .redirectOutput(Redirect.DISCARD)
                .redirectError(Redirect.DISCARD);
        builder.environment().putAll(command.environment());
        try {
            Process started = builder.start();
            started.getOutputStream().close();
            if (started.waitFor(watched.toMillis(), TimeUnit.MILLISECONDS) && started.exitValue() != 0) {
                throw new NotOpened(Why.ENDED, program, String.valueOf(started.exitValue()));
            }
        } catch (IOException | IllegalArgumentException e) {
            throw new NotOpened(Why.NOT_STARTED, program, String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

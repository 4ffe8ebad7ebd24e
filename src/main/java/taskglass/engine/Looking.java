package taskglass.engine;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor.DiscardPolicy;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import taskglass.opencode.discovery.Finds;
import taskglass.opencode.discovery.Found;
import taskglass.opencode.discovery.Search;
import taskglass.opencode.discovery.Surroundings;

/**
 * The daemon thread {@code discovery}, which looks around every few seconds: the next look is due when the last one has
 * ended, so two never overlap. What it finds goes to the owner's thread.
 */
final class Looking implements AutoCloseable {
    /** So many times the pace of a busy server: six seconds, usually. */
    private static final int CALM = 3;

    private final ScheduledThreadPoolExecutor thread = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("discovery").factory(), new DiscardPolicy());
    private final Surroundings around;
    private final Executor owner;
    private final Consumer<Found> news;
    private final Consumer<Finds> end;
    private final Pace pace;
    private Finds before = Finds.NOTHING;
    private Optional<Future<?>> next = Optional.empty();
    private volatile Optional<Search> search = Optional.empty();
    private volatile boolean neighbours;

    /** {@code news} takes each server as soon as it has answered, {@code end} all that a look found. */
    Looking(Surroundings around, Executor owner, Consumer<Found> news, Consumer<Finds> end, Pace pace) {
        this.around = around;
        this.owner = owner;
        this.news = news;
        this.end = end;
        this.pace = pace;
    }

    /** Looks as soon as the look that is under way has ended. Safe from any thread. */
    void lookNow() {
        thread.execute(this::look);
    }

    /** Whether the local network is looked around in, too. Safe from any thread. */
    void neighbours(boolean wanted) {
        neighbours = wanted;
        lookNow();
    }

    private void look() {
        next.ifPresent(due -> due.cancel(false));
        Duration pause = pace.busy();
        try {
            search().neighbours(neighbours);
            Finds now = search().look(found -> owner.execute(() -> news.accept(found)));
            owner.execute(() -> end.accept(now));
            pause = pause(now);
            before = now;
        } catch (RuntimeException bug) {
            owner.execute(() -> {
                throw bug;
            });
        } finally {
            next = Optional.of(thread.schedule(this::look, pause.toMillis(), TimeUnit.MILLISECONDS));
        }
    }

    /** Made on this thread: the libraries that it loads take a third of a second. */
    private Search search() {
        if (search.isEmpty()) {
            search = Optional.of(new Search(around));
        }
        return search.get();
    }

    /** Soon again while things come and go, or nothing is there and a person may be about to start something. */
    private Duration pause(Finds now) {
        boolean calm = now.equals(before) && !now.servers().isEmpty();
        return calm ? pace.busy().multipliedBy(CALM) : pace.busy();
    }

    @Override
    public void close() {
        thread.shutdownNow();
        if (neighbours) {
            Thread.ofVirtual().start(() -> search.ifPresent(looked -> looked.neighbours(false)));
        }
    }
}

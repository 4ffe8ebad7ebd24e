package taskglass.engine.inbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.PriorityQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Time that passes only while a test lets it, in no time: whatever is due is done in its order, and time stands still
 * while a thread of the engine still works. The test's own thread is the owner's.
 */
public final class VirtualTime extends Clock implements Scheduler, Executor {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Threads that work, and how many of them wait for a server that takes its time. */
    private static final class Load {
        private int working;
        private int held;

        private boolean atRest() {
            return working <= held;
        }
    }

    private record Due(Duration at, long order, Runnable work) {}

    private final Instant begun;
    private final PriorityQueue<Due> due =
            new PriorityQueue<>(Comparator.comparing(Due::at).thenComparingLong(Due::order));
    private final Deque<Runnable> owners = new ArrayDeque<>();
    private Duration now = Duration.ZERO;
    private long order;
    private final Load streams = new Load();
    private final Load others = new Load();

    public VirtualTime(Instant begun) {
        this.begun = begun;
    }

    /** Lets time pass. */
    public void pass(Duration time) {
        Duration end = now.plus(time);
        settle();
        for (Due next = nextUntil(end); next != null; next = nextUntil(end)) {
            next.work().run();
            settle();
        }
        move(end);
    }

    private synchronized Due nextUntil(Duration end) {
        Due next = due.peek();
        if (next == null || next.at().compareTo(end) > 0) {
            return null;
        }
        now = next.at();
        return due.remove();
    }

    private synchronized void move(Duration to) {
        now = to;
    }

    /** Does what the owner is to do, until all threads are at rest or wait for a server that takes its time. */
    public void settle() {
        for (Runnable work = owners(); work != null; work = owners()) {
            work.run();
        }
    }

    private synchronized Runnable owners() {
        long began = System.nanoTime();
        while (owners.isEmpty() && !(streams.atRest() && others.atRest())) {
            if (System.nanoTime() - began > PATIENCE.toNanos()) {
                throw new AssertionError("threads work and do not end");
            }
            try {
                wait(100);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError(e);
            }
        }
        return owners.poll();
    }

    /** A server takes its time over an event stream, or over what else it is asked: its thread waits so long. */
    public void keep(boolean stream, Duration time) {
        CountDownLatch passed = new CountDownLatch(1);
        Load load = stream ? streams : others;
        add(load, time, () -> letGo(load, passed));
        try {
            passed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void add(Load load, Duration time, Runnable work) {
        order++;
        load.held++;
        due.add(new Due(now.plus(time), order, work));
        notifyAll();
    }

    private synchronized void letGo(Load load, CountDownLatch passed) {
        load.held--;
        passed.countDown();
    }

    @Override
    public synchronized Duration now() {
        return now;
    }

    @Override
    public synchronized void after(Duration time, Runnable work) {
        if (time.isPositive()) {
            order++;
            due.add(new Due(now.plus(time), order, work));
        } else {
            execute(work);
        }
    }

    @Override
    public synchronized void execute(Runnable work) {
        owners.add(work);
        notifyAll();
    }

    private synchronized void works(Load load, int more) {
        load.working += more;
        notifyAll();
    }

    @Override
    public ExecutorService thread(String name) {
        Load load = name.startsWith("events-") ? streams : others;
        return new Threads(
                load,
                1,
                new LinkedBlockingQueue<>(),
                Thread.ofPlatform().daemon().name(name).factory());
    }

    @Override
    public ExecutorService threads(String prefix) {
        return new Threads(
                others,
                100,
                new SynchronousQueue<>(),
                Thread.ofPlatform().daemon().name(prefix, 1).factory());
    }

    /** Threads of which it is known whether they work. */
    private final class Threads extends ThreadPoolExecutor {
        private final transient Load load;

        private Threads(Load load, int most, BlockingQueue<Runnable> queue, ThreadFactory factory) {
            super(queue instanceof SynchronousQueue ? 0 : 1, most, 1, TimeUnit.MINUTES, queue, factory);
            this.load = load;
        }

        @Override
        public void execute(Runnable work) {
            works(load, 1);
            try {
                super.execute(() -> {
                    try {
                        work.run();
                    } finally {
                        works(load, -1);
                    }
                });
            } catch (RejectedExecutionException closed) {
                works(load, -1);
                throw closed;
            }
        }
    }

    @Override
    public Instant instant() {
        return begun.plus(now());
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}

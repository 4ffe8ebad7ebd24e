package taskglass.lab;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.application.Platform;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * Watches the JavaFX thread through the whole suite: each time it keeps a knock waiting for more than 100 ms, what it does
 * is looked at again and again until it answers. At the end it tells how often the thread was itself at work for so long,
 * and not waiting for a processor or for a lock, and prints the worst of these with what of ours they were about.
 */
public final class StallWatchdog implements TestExecutionListener {
    private static final Duration LONG = Duration.ofMillis(100);
    private static final Duration LOOK = Duration.ofMillis(10);
    private static final int PRINTED = 12;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    /**
     * A stall: how long, how much of that the thread was at work, for how long it had been at work before in this JVM,
     * in which test, and the frames of ours that were seen on its stack, with how often.
     */
    private record Stall(long millis, long atWork, long before, String test, List<String> frames) {
        boolean counts() {
            return atWork > LONG.toMillis();
        }

        boolean ours() {
            return !frames.isEmpty();
        }

        String line() {
            String where = ours() ? String.join(", ", frames) : "nothing of ours on the stack";
            return "  at work %,d of %,d ms, after %,d s of work, in %s: %s"
                    .formatted(atWork, millis, before / 1000, test, where);
        }
    }

    private final List<Stall> stalls = new CopyOnWriteArrayList<>();
    private volatile String test = "no test";
    private Optional<Thread> watcher = Optional.empty();

    @Override
    public void testPlanExecutionStarted(TestPlan plan) {
        watcher =
                Optional.of(Thread.ofPlatform().name("stall-watchdog").daemon().start(this::watch));
    }

    @Override
    public void executionStarted(TestIdentifier identifier) {
        if (identifier.isTest()) {
            test = identifier.getLegacyReportingName();
        }
    }

    @Override
    public void testPlanExecutionFinished(TestPlan plan) {
        watcher.ifPresent(Thread::interrupt);
        List<Stall> working = stalls.stream().filter(Stall::counts).toList();
        System.out.printf(
                "The JavaFX thread stood still for over 100 ms %d times; %d times it was at work for so long, %d of"
                        + " them with something of ours on the stack. The worst:%n",
                stalls.size(),
                working.size(),
                working.stream().filter(Stall::ours).count());
        working.stream()
                .sorted(Comparator.comparingLong(Stall::atWork).reversed())
                .limit(PRINTED)
                .forEach(stall -> System.out.println(stall.line()));
    }

    private void watch() {
        try {
            while (!Thread.interrupted()) {
                knock();
                Thread.sleep(LOOK);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void knock() throws InterruptedException {
        CountDownLatch opened = new CountDownLatch(1);
        Optional<Thread> owner = owner();
        long start = System.nanoTime();
        long worked = atWork(owner);
        try {
            Platform.runLater(opened::countDown);
        } catch (IllegalStateException noJavaFxYet) {
            return;
        }
        String during = test;
        List<String> seen = new ArrayList<>();
        while (!opened.await(LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
            owner.flatMap(StallWatchdog::ours).ifPresent(seen::add);
        }
        long millis = Duration.ofNanos(System.nanoTime() - start).toMillis();
        if (millis > LONG.toMillis()) {
            long atWork = Duration.ofNanos(atWork(owner) - worked).toMillis();
            stalls.add(new Stall(millis, atWork, Duration.ofNanos(worked).toMillis(), during, counted(seen)));
        }
    }

    /** Each once, the most frequent first. */
    private static List<String> counted(List<String> seen) {
        Map<String, Long> times =
                seen.stream().collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        return times.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .limit(3)
                .map(entry -> entry.getKey() + " ×" + entry.getValue())
                .toList();
    }

    /** The processor time of the thread so far, in nanoseconds. */
    private static long atWork(Optional<Thread> owner) {
        return owner.map(thread -> THREADS.getThreadCpuTime(thread.threadId())).orElse(0L);
    }

    private static Optional<Thread> owner() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("JavaFX Application Thread"))
                .findFirst();
    }

    /** The innermost frame of ours; tests' own work is not ours. */
    private static Optional<String> ours(Thread owner) {
        List<StackTraceElement> stack = Arrays.asList(owner.getStackTrace());
        Stream<StackTraceElement> frames =
                stack.stream().filter(frame -> frame.getClassName().startsWith("taskglass."));
        return frames.filter(frame -> !frame.getClassName().contains("Test")
                        && !frame.getClassName().startsWith("taskglass.lab."))
                .findFirst()
                .map(frame -> "%s.%s:%d (%s)"
                        .formatted(
                                frame.getClassName().replaceFirst(".*\\.", ""),
                                frame.getMethodName(),
                                frame.getLineNumber(),
                                stack.getFirst().getClassName().replaceFirst(".*\\.", "")));
    }
}

package taskglass.lab;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javafx.application.Platform;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * Watches the JavaFX thread through the whole suite: each time it keeps a knock waiting for more than 100 ms, what it did
 * just then is written down, and the worst are printed at the end.
 */
public final class StallWatchdog implements TestExecutionListener {
    private static final Duration LONG = Duration.ofMillis(100);
    private static final int PRINTED = 8;

    /**
     * A stall: how long, how much of that the thread was at work and not waiting for a processor, in which test, and the
     * frames of ours that were on the stack when it became long.
     */
    private record Stall(long millis, long atWork, String test, List<String> frames) {
        String line() {
            String where = frames.isEmpty() ? "nothing of ours on the stack" : String.join(" < ", frames);
            return "  %,d ms, at work %,d ms, in %s: %s".formatted(millis, atWork, test, where);
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
        System.out.printf("The JavaFX thread stood still for over 100 ms %d times. The worst:%n", stalls.size());
        stalls.stream()
                .sorted(Comparator.comparingLong(Stall::millis).reversed())
                .limit(PRINTED)
                .forEach(stall -> System.out.println(stall.line()));
    }

    private void watch() {
        try {
            while (!Thread.interrupted()) {
                knock();
                Thread.sleep(20);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void knock() throws InterruptedException {
        CountDownLatch opened = new CountDownLatch(1);
        long start = System.nanoTime();
        long worked = atWork();
        try {
            Platform.runLater(opened::countDown);
        } catch (IllegalStateException noJavaFxYet) {
            return;
        }
        if (!opened.await(LONG.toMillis(), TimeUnit.MILLISECONDS)) {
            String during = test;
            List<String> frames = frames();
            opened.await();
            long millis = Duration.ofNanos(System.nanoTime() - start).toMillis();
            stalls.add(new Stall(millis, Duration.ofNanos(atWork() - worked).toMillis(), during, frames));
        }
    }

    /** The processor time of the JavaFX thread so far, in nanoseconds. */
    private static long atWork() {
        return javaFx().mapToLong(thread -> ManagementFactory.getThreadMXBean().getThreadCpuTime(thread.threadId()))
                .sum();
    }

    private static Stream<Thread> javaFx() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("JavaFX Application Thread"));
    }

    private static List<String> frames() {
        return javaFx().flatMap(thread -> Arrays.stream(thread.getStackTrace()))
                .filter(frame -> frame.getClassName().startsWith("taskglass."))
                .map(frame -> frame.getClassName().replaceFirst(".*\\.", "") + "." + frame.getMethodName() + ":"
                        + frame.getLineNumber())
                .limit(4)
                .toList();
    }
}

package taskglass.lab;

import java.lang.management.ClassLoadingMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.application.Platform;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;
import taskglass.trace.UiThreadProbe;

/**
 * Watches the JavaFX thread through the whole suite: each time it keeps a knock waiting for more than 100 ms, what it does
 * is looked at again and again until it answers. At the end it tells how often the thread was itself at work for so long,
 * and prints the worst of these with what of ours they were about: apart from those in which the JVM was loading classes
 * one after another, which a package has in its cache (packaging/MeasureStalls.java looks at that).
 */
public final class StallWatchdog implements TestExecutionListener {
    private static final int PRINTED = 12;
    private static final ClassLoadingMXBean CLASSES = ManagementFactory.getClassLoadingMXBean();

    /** To load so many takes some tens of milliseconds. */
    private static final long MANY_CLASSES = 100;

    /**
     * A stall: the knock that met it, how many classes any thread loaded meanwhile, for how long the thread had been at work
     * before in this JVM, in which test, and the frames of ours that were seen on its stack, with how often.
     */
    private record Stall(UiThreadProbe knock, long loaded, Duration before, String test, List<String> frames) {
        boolean ours() {
            return !frames.isEmpty();
        }

        boolean loading() {
            return loaded >= MANY_CLASSES;
        }

        String line() {
            String where = ours() ? String.join(", ", frames) : "nothing of ours on the stack";
            return "  at work %,d of %,d ms, after %,d s of work, %,d classes loaded, in %s: %s"
                    .formatted(
                            knock.atWork().toMillis(),
                            knock.waited().toMillis(),
                            before.toSeconds(),
                            loaded,
                            test,
                            where);
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
        Map<Boolean, List<Stall>> working = stalls.stream()
                .filter(stall -> stall.knock().wasWork())
                .collect(Collectors.partitioningBy(Stall::loading));
        System.out.printf(
                "The JavaFX thread stood still for over 100 ms %d times, on whatever it waited.%n", stalls.size());
        print("It was at work for so long", working.get(false));
        print("It was at work for so long while the JVM loaded classes", working.get(true));
    }

    private static void print(String what, List<Stall> stalls) {
        long ours = stalls.stream().filter(Stall::ours).count();
        System.out.printf("%s %d times, %d of them with something of ours on the stack.%n", what, stalls.size(), ours);
        stalls.stream()
                .sorted(Comparator.comparing((Stall stall) -> stall.knock().atWork())
                        .reversed())
                .limit(PRINTED)
                .forEach(stall -> System.out.println(stall.line()));
    }

    private void watch() {
        try {
            while (!Thread.interrupted()) {
                Optional<Thread> owner = owner();
                if (owner.isPresent()) {
                    knock(owner.get());
                }
                Thread.sleep(UiThreadProbe.LOOK);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void knock(Thread owner) throws InterruptedException {
        String during = test;
        Duration before = UiThreadProbe.workOf(owner);
        long known = CLASSES.getTotalLoadedClassCount();
        UiThreadProbe uiThreadProbe = UiThreadProbe.at(owner, Platform::runLater);
        if (uiThreadProbe.wasStall()) {
            long loaded = CLASSES.getTotalLoadedClassCount() - known;
            stalls.add(new Stall(uiThreadProbe, loaded, before, during, frames(uiThreadProbe)));
        }
    }

    /** Each frame of ours once, the most frequent first. */
    private static List<String> frames(UiThreadProbe uiThreadProbe) {
        Map<String, Long> times = uiThreadProbe.seen().stream()
                .flatMap(stack -> ours(Arrays.asList(stack)).stream())
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        return times.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .limit(3)
                .map(entry -> entry.getKey() + " ×" + entry.getValue())
                .toList();
    }

    private static Optional<Thread> owner() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("JavaFX Application Thread"))
                .findFirst();
    }

    /** The innermost frame of ours; tests' own work is not ours. */
    private static Optional<String> ours(List<StackTraceElement> stack) {
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

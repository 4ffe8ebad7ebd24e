package taskglass.bench.load;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.input.MouseButton;
import javafx.scene.robot.Robot;
import taskglass.desktop.Rendering;

/** The window that is scrolled, in its own process. Prints the figures of its frames in Markdown. */
final class ScrolledWindow {
    private static final double WIDTH = 1280;
    private static final double HEIGHT = 800;

    /** As many turns a second as frames. */
    private static final int TURNS_A_SECOND = 60;

    /** A turn moves 40 pixels at this screen, so three of them 120: three rows and a half. */
    private static final int NOTCHES = 3;

    /** The rate at which pages turn while the mouse button is held on the scroll bar. */
    private static final int PAGES_A_SECOND = 20;

    /** How long it scrolls down, and then up again. */
    private static final int SECONDS = 5;

    /** The code is compiled in the first rounds: they are not reported. */
    private static final int WARM_ROUNDS = 2;

    private static final Duration CALM = Duration.ofSeconds(3);

    private final BenchWindow window;
    private final FrameParts frames;
    private final Robot robot;
    private final List<Measured> all = new ArrayList<>();
    private Bounds rows;
    private Bounds track;

    private record Measured(
            String name,
            Quantiles frames,
            Quantiles gaps,
            double seconds,
            double processor,
            Map<String, Double> parts) {}

    private ScrolledWindow(BenchWindow window, FrameParts frames) throws Exception {
        this.window = window;
        this.frames = frames;
        robot = BenchWindow.ask(Robot::new);
    }

    /** Arguments: sessions, and how many of them are at work. */
    public static void main(String[] words) throws Exception {
        Rendering.choose(System.getProperty("os.name"), Path.of("/dev"));
        int sessions = Integer.parseInt(words[0]);
        int running = Integer.parseInt(words[1]);
        try (Generator generator = new Generator("taskglass.demo.LoadServer", words)) {
            FrameParts frames = Frames.install(new FrameParts());
            BenchWindow window = BenchWindow.open(generator.url(), Generator.PASSWORD);
            window.awaitTasks(sessions);
            window.awaitCompleted(sessions - running);
            new ScrolledWindow(window, frames).run();
        }
        System.exit(0);
    }

    private void run() throws Exception {
        BenchWindow.ask(this::enlarge);
        Thread.sleep(CALM);
        rows = BenchWindow.ask(() -> place("#tasks"));
        track = BenchWindow.ask(() -> place("#tasks > .virtual-flow > .scroll-bar:vertical .track"));
        for (int round = 0; round <= WARM_ROUNDS; round++) {
            all.clear();
            measure("the wheel, 60 turns of three notches a second", TURNS_A_SECOND, this::turn);
            measure("pages by the scroll bar, 20 a second", PAGES_A_SECOND, this::page);
        }
        all.forEach(ScrolledWindow::print);
    }

    private boolean enlarge() {
        window.scene().getWindow().setWidth(WIDTH);
        window.scene().getWindow().setHeight(HEIGHT);
        return true;
    }

    /** Turns the wheel over the rows. */
    private void turn(int direction) {
        robot.mouseMove(rows.getMinX() + rows.getWidth() / 3, rows.getCenterY());
        robot.mouseWheel(direction * NOTCHES);
    }

    /** Clicks below or above the thumb. */
    private void page(int direction) {
        robot.mouseMove(track.getCenterX(), direction > 0 ? track.getMaxY() - 2 : track.getMinY() + 2);
        robot.mousePress(MouseButton.PRIMARY);
        robot.mouseRelease(MouseButton.PRIMARY);
    }

    private Bounds place(String name) {
        Node node = window.scene().lookup(name);
        return node.localToScreen(node.getBoundsInLocal());
    }

    /** Scrolls down and up again at a constant rate, whether the window keeps up or not. */
    private void measure(String name, int aSecond, IntConsumer step) throws Exception {
        frames.forget();
        double worked = Footprint.processorSeconds();
        long begin = System.nanoTime();
        for (int i = 0; i < 2 * SECONDS * aSecond; i++) {
            int direction = i < SECONDS * aSecond ? 1 : -1;
            LockSupport.parkNanos(begin + i * 1_000_000_000L / aSecond - System.nanoTime());
            Platform.runLater(() -> step.accept(direction));
        }
        BenchWindow.ask(() -> true);
        double seconds = (System.nanoTime() - begin) / 1e9;
        double processor = Footprint.processorSeconds() - worked;
        all.add(new Measured(name, frames.taken(), frames.gaps(), seconds, processor, frames.parts()));
        Thread.sleep(CALM);
    }

    private static void print(Measured one) {
        System.out.printf(
                "%n%s, for %.1f seconds:%n%n| frames | a second | p50 ms | p99 ms | max ms | > 16 ms | > 33 ms |"
                        + " longest gap ms | gaps > 33 ms | cpu ms"
                        + " |%n|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|%n",
                one.name(), one.seconds());
        Quantiles frames = one.frames();
        System.out.printf(
                Locale.ROOT,
                "| %d | %.1f | %.1f | %.1f | %.1f | %d | %d | %.1f | %d | %.1f |%n%n| part | ms a frame"
                        + " |%n|---|---:|%n",
                one.gaps().count(),
                one.gaps().count() / one.seconds(),
                frames.at(0.5),
                frames.at(0.99),
                frames.at(1),
                frames.above(16),
                frames.above(33),
                one.gaps().at(1),
                one.gaps().above(33),
                1000 * one.processor() / Math.max(1, one.gaps().count()));
        one.parts().entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
                .forEach(part -> System.out.printf(
                        Locale.ROOT,
                        "| %s | %.2f |%n",
                        part.getKey(),
                        part.getValue() / Math.max(1, one.gaps().count())));
    }
}

package taskglass.bench.load;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import taskglass.desktop.Rendering;

/** The window of one step, in its own process. Prints its figures as JSON. */
final class LoadedWindow {
    /** The duration of the measurement at rest, and of that with the window hidden. */
    private static final Duration REST = Duration.ofSeconds(20);

    /** The duration of each measurement under load: one of processor and frames, one of the cells. */
    private static final Duration LOAD = Duration.ofSeconds(8);

    /** Time for recent changes to settle. */
    private static final Duration CALM = Duration.ofSeconds(3);

    /** Events a second during the warm-up, whatever the step's rate: few, because they stay in memory. */
    private static final int WARM_RATE = 100;

    private final Frames frames;
    private final BenchWindow window;
    private final ObjectNode figures;

    private LoadedWindow(Frames frames, BenchWindow window, ObjectNode figures) {
        this.frames = frames;
        this.window = window;
        this.figures = figures;
    }

    /** Arguments: seconds to warm up, and a step or the URL of a real server. */
    public static void main(String[] words) throws Exception {
        Rendering.choose(System.getProperty("os.name"), Path.of("/dev"));
        Duration warmUp = Duration.ofSeconds(Long.parseLong(words[0]));
        if (words[1].startsWith("http")) {
            LoadedWindow loaded = open(words[1], "", 1);
            Thread.sleep(warmUp);
            loaded.measureRest();
            loaded.print();
        } else {
            LoadStep step = LoadStep.of(words[1]);
            try (Generator generator =
                    new Generator("taskglass.demo.LoadServer", "" + step.sessions(), "" + step.running())) {
                LoadedWindow loaded = open(generator.url(), Generator.PASSWORD, step.sessions());
                warmUp(generator, warmUp);
                // Two requests for each: with 10,000 sessions on a busy machine that may take longer than the warm-up.
                loaded.window.awaitCompleted(step.sessions() - step.running());
                Thread.sleep(CALM);
                loaded.measureRest();
                if (step.rate() > 0) {
                    loaded.measureLoad(generator, step.rate());
                }
                loaded.print();
            }
        }
        System.exit(0);
    }

    private static LoadedWindow open(String url, String password, int sessions) throws Exception {
        Frames frames = Frames.install(new Frames());
        long begin = System.nanoTime();
        BenchWindow window = BenchWindow.open(url, password);
        window.awaitTasks(sessions);
        ObjectNode figures = new ObjectMapper().createObjectNode();
        figures.put("listed ms", (System.nanoTime() - begin) / 1_000_000);
        return new LoadedWindow(frames, window, figures);
    }

    /** Half of the time with some events, then without, like a window that has been open for a while. */
    private static void warmUp(Generator generator, Duration time) throws IOException, InterruptedException {
        long seconds = time.toSeconds() / 2;
        generator.order(WARM_RATE + " " + seconds);
        generator.done();
        Thread.sleep(time.minusSeconds(seconds));
    }

    private void measureRest() throws Exception {
        long requests = window.traffic().requests();
        long bytes = window.traffic().bytes();
        figures.put("rest cpu %", Footprint.cpu(REST));
        double perMinute = 60.0 / REST.toSeconds();
        figures.put("requests/min", Math.round((window.traffic().requests() - requests) * perMinute));
        figures.put("KB/min", Math.round((window.traffic().bytes() - bytes) * perMinute / 1024));
        List<String> threads = Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .sorted()
                .toList();
        figures.put("threads", threads.size());
        threads.forEach(figures.putArray("threads at rest")::add);
        figures.put("rest PSS MB", Footprint.megabytes("Pss")).put("rest RSS MB", Footprint.megabytes("Rss"));
    }

    private void measureLoad(Generator generator, int rate) throws Exception {
        generator.order(rate + " " + LOAD.plus(CALM).toSeconds());
        Thread.sleep(CALM);
        frames.taken();
        figures.put("load cpu %", Footprint.cpu(LOAD));
        Quantiles all = frames.taken();
        figures.put("frames", all.count()).put("frames > 16 ms", all.above(16));
        figures.put("frames > 100 ms", all.above(100)).put("frame max ms", all.at(1));
        generator.done();
        probe(generator, rate);
        long sent = generator.done();
        Thread.sleep(CALM);
        figures.put("calls sent", sent).put("calls lost", sent - window.calls());
        figures.put("load PSS MB", Footprint.megabytes("Pss")).put("load RSS MB", Footprint.megabytes("Rss"));
    }

    /** Reads the cells, which takes time on the JavaFX thread: nothing else is measured meanwhile. */
    private void probe(Generator generator, int rate) throws Exception {
        Probe probe = new Probe(window.scene());
        BenchWindow.ask(() -> {
            window.scene().addPostLayoutPulseListener(probe);
            return true;
        });
        generator.order(rate + " " + LOAD.toSeconds());
        probe.knock(LOAD.toMillis());
        BenchWindow.ask(() -> {
            window.scene().removePostLayoutPulseListener(probe);
            return true;
        });
        Quantiles delays = new Quantiles(BenchWindow.ask(probe::delays));
        figures.put("delay p50 ms", delays.at(0.5)).put("delay p99 ms", delays.at(0.99));
        figures.put("delay max ms", delays.at(1)).put("delays", delays.count());
        Quantiles waits = new Quantiles(BenchWindow.ask(probe::waits));
        figures.put("waits", waits.count());
        figures.put("waits > 16 ms", waits.above(16)).put("waits > 100 ms", waits.above(100));
    }

    private void print() throws Exception {
        figures.put("heap MB", Footprint.liveHeap());
        window.hide();
        Thread.sleep(CALM);
        figures.put("hidden cpu %", Footprint.cpu(REST));
        System.out.println(figures);
    }
}

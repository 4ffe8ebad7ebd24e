package taskglass.bench.load;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import taskglass.desktop.Rendering;
import taskglass.lab.Histogram;

/** The window of a simulated day, in its own process. Prints its heap after each twentieth of the day. */
final class DayWindow {
    /** How many sessions work in parallel. */
    private static final int AT_ONCE = 100;

    private static final int SAMPLES = 20;

    /** How many grown classes the report names. */
    private static final int CLASSES = 25;

    /** Time until the last changes are reported and the last toast about them is gone. */
    private static final Duration CALM = Duration.ofSeconds(10);

    private DayWindow() {}

    /** Arguments: sessions, and the events of each. */
    public static void main(String[] words) throws Exception {
        Rendering.choose(System.getProperty("os.name"), Path.of("/dev"));
        int sessions = Integer.parseInt(words[0]);
        long begin = System.nanoTime();
        List<Double> heaps = new ArrayList<>();
        Histogram first = null;
        try (Generator generator = new Generator("taskglass.demo.DayServer")) {
            BenchWindow window = BenchWindow.open(generator.url(), Generator.PASSWORD);
            window.awaitStream();
            System.out.println("| events | settled | heap MB | PSS MB | seconds |\n|---:|---:|---:|---:|---:|");
            for (int sample = 1; sample <= SAMPLES; sample++) {
                long events = 0;
                for (int played = (sample - 1) * sessions / SAMPLES;
                        played < sample * sessions / SAMPLES;
                        played += AT_ONCE) {
                    generator.order(AT_ONCE + " " + words[1]);
                    events = generator.done();
                    window.awaitCompleted(played + AT_ONCE);
                }
                Thread.sleep(CALM);
                heaps.add(Footprint.liveHeap());
                first = first == null ? Histogram.now() : first;
                System.out.printf(
                        Locale.ROOT,
                        "| %d | %d | %.1f | %d | %d |%n",
                        events,
                        sample * sessions / SAMPLES,
                        heaps.getLast(),
                        Footprint.megabytes("Pss"),
                        (System.nanoTime() - begin) / 1_000_000_000);
            }
        }
        double growth = (heaps.getLast() - heaps.getFirst()) * 1048576 / (sessions - sessions / SAMPLES);
        System.out.printf(
                Locale.ROOT,
                "%nLast to first: %.2f; %.0f bytes for each settled session. What has grown:%n%n",
                heaps.getLast() / heaps.getFirst(),
                growth);
        System.out.println(Histogram.now().since(first).markdown(CLASSES));
        System.exit(0);
    }
}

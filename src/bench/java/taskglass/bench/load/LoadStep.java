package taskglass.bench.load;

import java.util.ArrayList;
import java.util.List;

/** One step of the bench: number of sessions, number at work, events per second. */
record LoadStep(int sessions, int running, int rate) {
    /** The step that measures OpenCode's own terminal UI beside the window. */
    static final String TERMINAL = "terminal";

    /** The step that measures the window at rest in each state in which users leave it. */
    static final String REST = "rest";

    /** The steps for the performance targets. */
    private static final List<String> BARS =
            List.of("100/50/0", "10000/50/0", "1000/1000/1000", "1000/1000/5000", REST, TERMINAL);

    private static final int USUALLY_RUNNING = 50;

    static LoadStep of(String words) {
        String[] numbers = words.split("/", 3);
        return new LoadStep(Integer.parseInt(numbers[0]), Integer.parseInt(numbers[1]), Integer.parseInt(numbers[2]));
    }

    /** Returns the steps of {@code grid}, of {@code bars}, or those that are named, separated by commas. */
    static List<String> chosen(String load) {
        return switch (load) {
            case "grid" -> grid();
            case "bars" -> BARS;
            default -> List.of(load.split(","));
        };
    }

    private static List<String> grid() {
        List<String> all = new ArrayList<>();
        for (int sessions : new int[] {10, 100, 1_000, 10_000}) {
            for (int rate : new int[] {0, 100, 1_000, 5_000}) {
                all.add(sessions + "/" + Math.min(sessions, USUALLY_RUNNING) + "/" + rate);
            }
        }
        all.addAll(List.of("1000/1000/0", "1000/1000/1000", "1000/1000/5000", REST, TERMINAL));
        return all;
    }
}

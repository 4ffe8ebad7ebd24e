package taskglass.bench.load;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;

/** Looks at the cells after each pulse: how long it is since what they show was sent. On the JavaFX thread. */
final class Probe implements Runnable {
    private static final Pattern SENT = Pattern.compile("t(\\d{16})");

    private final Scene scene;
    private final Map<Node, String> seen = new HashMap<>();
    private final List<Double> delays = new ArrayList<>();
    private final List<Double> waits = new ArrayList<>();

    Probe(Scene scene) {
        this.scene = scene;
    }

    @Override
    public void run() {
        Instant now = Instant.now();
        long micros = now.getEpochSecond() * 1_000_000 + now.getNano() / 1000;
        for (Node row : scene.getRoot().lookupAll(".tree-table-row-cell")) {
            if (row.isVisible()) {
                row.lookupAll(".label").forEach(node -> look(node, micros));
            }
        }
    }

    private void look(Node node, long micros) {
        String text = node instanceof Labeled label ? String.valueOf(label.getText()) : "";
        String before = seen.put(node, text);
        if (before != null && !text.equals(before)) { // what it shows at first may have stood there for long
            Matcher sent = SENT.matcher(text);
            if (sent.find()) {
                delays.add((micros - Long.parseLong(sent.group(1))) / 1000.0);
            }
        }
    }

    /** Asks the JavaFX thread again and again, and notes how long it lets one wait; returns after that time. */
    void knock(long millis) throws InterruptedException {
        long end = System.nanoTime() + millis * 1_000_000;
        while (System.nanoTime() < end) {
            long asked = System.nanoTime();
            Platform.runLater(() -> waits.add((System.nanoTime() - asked) / 1_000_000.0));
            Thread.sleep(5);
        }
    }

    /** Milliseconds from an event's being sent to its cell's being laid out. */
    List<Double> delays() {
        return delays;
    }

    /** Milliseconds that something waited for the JavaFX thread. */
    List<Double> waits() {
        return waits;
    }
}

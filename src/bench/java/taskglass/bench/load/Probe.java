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

/** Reads the cells after each pulse, and computes how long ago what they show was sent. On the JavaFX thread. */
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
        if (before != null && !text.equals(before)) { // the first text may have been there for long
            Matcher sent = SENT.matcher(text);
            if (sent.find()) {
                delays.add((micros - Long.parseLong(sent.group(1))) / 1000.0);
            }
        }
    }

    /** Repeatedly sends a task to the JavaFX thread and records how long it waits; returns after that time. */
    void knock(long millis) throws InterruptedException {
        long end = System.nanoTime() + millis * 1_000_000;
        while (System.nanoTime() < end) {
            long asked = System.nanoTime();
            Platform.runLater(() -> waits.add((System.nanoTime() - asked) / 1_000_000.0));
            Thread.sleep(5);
        }
    }

    /** Milliseconds from sending an event to the layout of its cell. */
    List<Double> delays() {
        return delays;
    }

    /** Milliseconds that a task waited for the JavaFX thread. */
    List<Double> waits() {
        return waits;
    }
}

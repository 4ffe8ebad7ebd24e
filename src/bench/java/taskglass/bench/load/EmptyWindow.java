package taskglass.bench.load;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.FutureTask;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import taskglass.desktop.Rendering;

/** An empty JavaFX window in its own process: the lower limit for any window of ours. */
final class EmptyWindow {
    private static final Duration REST = Duration.ofSeconds(20);

    private EmptyWindow() {}

    /** Arguments: seconds to warm up. */
    public static void main(String[] words) throws Exception {
        Rendering.choose(System.getProperty("os.name"), Path.of("/dev"));
        FutureTask<Stage> opening = new FutureTask<>(EmptyWindow::open);
        Platform.startup(opening);
        Stage stage = opening.get();
        Platform.setImplicitExit(false);
        Thread.sleep(Duration.ofSeconds(Long.parseLong(words[0])));
        ObjectNode figures = JsonNodeFactory.instance.objectNode().put("rest cpu %", Footprint.cpu(REST));
        figures.put("rest PSS MB", Footprint.megabytes("Pss")).put("rest RSS MB", Footprint.megabytes("Rss"));
        figures.put("threads", Thread.getAllStackTraces().size());
        FutureTask<Void> hiding = new FutureTask<>(stage::hide, null);
        Platform.runLater(hiding);
        hiding.get();
        System.out.println(figures.put("hidden cpu %", Footprint.cpu(REST)));
        System.exit(0);
    }

    private static Stage open() {
        Stage stage = new Stage();
        stage.setScene(new Scene(new Pane(), 900, 700));
        stage.show();
        return stage;
    }
}

package taskglass.desktop;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javafx.application.Platform;
import javafx.scene.control.Hyperlink;
import javafx.stage.Window;
import taskglass.Taskglass;
import taskglass.lab.Await;

/** The program, and a person who leaves its demo by the link in the status bar. */
final class LeavingDemo {
    /** Printed once the link was pressed. */
    static final String LEFT = "The demo is left.";

    private LeavingDemo() {}

    public static void main(String[] args) {
        Thread.ofPlatform().daemon().start(LeavingDemo::leave);
        Taskglass.main(args);
    }

    private static void leave() {
        CompletableFuture<Hyperlink> left = new CompletableFuture<>();
        Await.until("the link is there", () -> {
            try {
                Platform.runLater(() -> link().filter(link -> !left.isDone()).ifPresent(link -> {
                    link.fire();
                    left.complete(link);
                }));
            } catch (IllegalStateException e) {
                return false; // JavaFX has not started
            }
            return left.isDone();
        });
        System.out.println(LEFT);
    }

    private static Optional<Hyperlink> link() {
        return Window.getWindows().stream()
                .flatMap(window -> window.getScene().getRoot().lookupAll(".status-bar .hyperlink").stream())
                .map(Hyperlink.class::cast)
                .filter(link -> link.getText().equals("Leave the demo"))
                .findFirst();
    }
}

package taskglass.ui.help;

import java.net.URI;
import java.util.function.Consumer;
import javafx.scene.control.Hyperlink;
import javafx.scene.layout.Pane;
import taskglass.release.Release;
import taskglass.text.Texts;

/** The unobtrusive note in the status bar about a newer release. Clicking it opens the release page. */
public final class UpdateNote {
    private final Pane place;
    private final Consumer<URI> browser;
    private final Hyperlink note = new Hyperlink();

    public UpdateNote(Pane place, Consumer<URI> browser) {
        this.place = place;
        this.browser = browser;
        note.setId("newer");
    }

    public void show(Release newer) {
        note.setText(Texts.of("newer.note", newer.version()));
        note.setOnAction(e -> browser.accept(URI.create(newer.page())));
        if (!place.getChildren().contains(note)) {
            place.getChildren().add(note);
        }
    }
}

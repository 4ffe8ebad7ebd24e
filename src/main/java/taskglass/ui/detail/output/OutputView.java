package taskglass.ui.detail.output;

import java.net.URI;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;
import org.kordamp.ikonli.javafx.FontIcon;
import taskglass.task.transcript.Part.Place;
import taskglass.task.transcript.PartLog;
import taskglass.text.Texts;
import taskglass.ui.actions.PartKeys;

/** Shows a task's output, row by row, while it is written. Stays at the end until the user scrolls up. */
public final class OutputView {
    private final OutputRows rows = new OutputRows(this::searchAgain);
    private final OutputSearch search = new OutputSearch(rows);
    private final ListView<OutputRow> list = new ListView<>(rows.rows());
    private final Label state = new Label();
    private final Button toEnd = new Button(Texts.of("detail.output.end"), new FontIcon(BootstrapIcons.ARROW_DOWN));
    private final TextReader reader = new TextReader(list::requestFocus);
    private final SearchBar bar = new SearchBar(this::search, this::go, this::giveBack);
    private final StackPane shown = new StackPane(list, state, toEnd, reader.root());
    private final VBox root = new VBox(bar.root(), shown);
    private final EndFollower end;
    private final Runnable earlier;
    private final Consumer<URI> browse;
    private final OutputMenu menu;
    private final PauseTransition breath = new PauseTransition(Duration.ONE);
    private Optional<PartLog> log = Optional.empty();
    private Optional<Node> before = Optional.empty();

    /**
     * @param earlier requests the output before the first row
     * @param browse opens a web page
     */
    public OutputView(Runnable earlier, Consumer<URI> browse) {
        this.earlier = earlier;
        this.browse = browse;
        menu = new OutputMenu(list, browse, reader::read, this::openSearch);
        list.setId("output");
        list.getStyleClass().add("output");
        list.setAccessibleText(Texts.of("detail.output.accessible"));
        list.setCellFactory(view -> new OutputRowCell(this::act, browse, search::highlight));
        list.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        list.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        VBox.setVgrow(shown, Priority.ALWAYS);
        state.getStyleClass().add("detail-empty");
        state.setWrapText(true);
        toEnd.setId("to-end");
        toEnd.getStyleClass().add("to-end");
        toEnd.setAccessibleText(Texts.of("detail.output.end"));
        StackPane.setAlignment(toEnd, Pos.BOTTOM_CENTER);
        end = new EndFollower(list, earlier);
        breath.setOnFinished(e -> goOn());
        toEnd.visibleProperty().bind(end.followingProperty().not());
        toEnd.setOnAction(e -> end.follow());
    }

    /** The keys that work while the focus is in the output. */
    public static PartKeys keys() {
        return new PartKeys(
                "output",
                List.of(
                        PartKeys.Line.of("search", OutputMenu.SEARCH),
                        PartKeys.Line.of("copy", OutputMenu.COPY),
                        PartKeys.Line.of("select", OutputMenu.SELECT),
                        PartKeys.Line.of("expand", KeyCode.ENTER, KeyCode.SPACE)));
    }

    public VBox root() {
        return root;
    }

    ListView<OutputRow> list() {
        return list;
    }

    public void focus() {
        list.requestFocus();
    }

    /** Scrolls to the end and stays there. */
    public void follow() {
        end.follow();
    }

    /** Shows another transcript, starting at its end. */
    public void show(Optional<PartLog> now) {
        log = now;
        rows.clear();
        bar.hide();
        reader.close();
        end.follow();
        now.ifPresent(there -> rows.apply(there, there.places()));
    }

    /** Updates the rows at these places. {@code hasEarlier} says whether there is more output before the first row. */
    public void apply(Collection<Place> touched, boolean hasEarlier) {
        log.ifPresent(there -> end.keepPlace(() -> {
            rows.apply(there, touched);
            rows.earlier(hasEarlier);
        }));
    }

    /** Shows why the run failed, below its output; "" if it did not, or if its last message says so. */
    public void showFailure(String text) {
        end.keepPlace(() -> rows.failure(text));
    }

    /** Sets the first message of the latest run ("" if it is not known), and when that ended. */
    public void latestRun(String first, Optional<Instant> ended) {
        end.keepPlace(() -> rows.latestRun(first, ended));
    }

    /** Sets the text that replaces the rows while there are none. With {@code trouble} it also covers existing rows. */
    public void showMessage(String words, boolean trouble) {
        state.setText(words);
        state.setVisible(trouble || rows.rows().isEmpty());
    }

    /** Opens the field in which the user searches the output. */
    public void openSearch() {
        if (!bar.root().isVisible()) {
            before = Optional.ofNullable(list.getScene()).map(Scene::getFocusOwner);
        }
        reader.close();
        bar.open();
    }

    private void giveBack() {
        end.followIfAtEnd();
        before.filter(node -> node.getScene() != null).orElse(list).requestFocus();
    }

    private void search(String text) {
        search.query(text);
        goOn();
        list.refresh();
    }

    /** Searches on in the next frame if there is more: keys and the mouse come between. */
    private void goOn() {
        boolean more = search.step();
        sayMatches();
        if (more) {
            breath.playFromStart();
        } else {
            breath.stop();
        }
    }

    private void searchAgain(Place place) {
        if (bar.root().isVisible()) {
            search.changed(place);
            sayMatches();
        }
    }

    private void sayMatches() {
        bar.say(search.position(), search.total(), search.complete());
    }

    /** Goes to the next or the previous match, and expands the part that contains it. */
    private void go(int by) {
        Place from = rows.rows().isEmpty()
                ? Place.endOf("")
                : rows.rows().get(end.firstInView()).place();
        (by > 0 ? search.next(from) : search.previous(from)).ifPresent(match -> {
            if (search.spot().isEmpty()) {
                toggle(match.place());
            }
            search.spot().ifPresent(spot -> {
                list.getSelectionModel().clearAndSelect(spot.row());
                end.show(spot.row());
            });
        });
        sayMatches();
        list.refresh();
    }

    private void act(OutputRow outputRow) {
        switch (outputRow) {
            case OutputRow.CallLine _, OutputRow.ThoughtLine _ -> toggle(outputRow.place());
            case OutputRow.Earlier _ -> earlier.run();
            default -> outputRow.links().stream().findFirst().ifPresent(browse);
        }
    }

    /** Collapses or expands the part at a place. */
    void toggle(Place place) {
        log.ifPresent(there -> end.hold(() -> rows.toggle(there, place)));
    }

    private void pressed(KeyEvent key) {
        OutputRow outputRow = list.getFocusModel().getFocusedItem();
        if (OutputMenu.COPY.match(key)) {
            menu.copy();
            key.consume();
        } else if (OutputMenu.SELECT.match(key)) {
            menu.select();
            key.consume();
        } else if ((key.getCode() == KeyCode.ENTER || key.getCode() == KeyCode.SPACE) && outputRow != null) {
            act(outputRow);
            key.consume();
        }
    }
}

package taskglass.ui.attention;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import taskglass.task.request.Attention;
import taskglass.task.request.RequestContent;
import taskglass.text.AttentionText;
import taskglass.text.Texts;
import taskglass.text.VisibleText;
import taskglass.ui.frame.Fxml;
import taskglass.ui.frame.StatusStyle.Tone;

/**
 * The line of the attention bar: which task requests what and since when, the answer buttons, and the buttons to other
 * requests.
 */
final class RequestLine {
    /** The flag, and what lies between the parts and around them. */
    private static final double AROUND = 80;

    private final ObservableValue<Instant> clock;
    private final AttentionBar bar;
    private final Responses responses;
    private final VBox root;
    private Optional<RequestHeadline> headline = Optional.empty();
    private String usual = "";
    private int length;
    private boolean unfolded;
    private String position = "";

    @FXML
    private Hyperlink name;

    @FXML
    private Label before;

    @FXML
    private Label subject;

    @FXML
    private Label after;

    @FXML
    private Label below;

    @FXML
    private HBox permission;

    @FXML
    private HBox question;

    @FXML
    private HBox line;

    @FXML
    private HBox under;

    @FXML
    private HBox turn;

    @FXML
    private Label place;

    @FXML
    private Button show;

    @FXML
    private StackPane drawer;

    RequestLine(AttentionBar bar, Responses responses, ObservableValue<Instant> clock) {
        this.bar = bar;
        this.responses = responses;
        this.clock = clock;
        root = (VBox) Fxml.load("attention", this);
        clock.subscribe(this::tick);
        root.widthProperty().subscribe(this::fit);
    }

    @FXML
    void initialize() {
        for (Node node : List.of(before, subject, after, permission, question, turn, under)) {
            node.managedProperty().bind(node.visibleProperty());
        }
        after.setMinWidth(Region.USE_PREF_SIZE);
        subject.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        subject.setEllipsisString(" … ");
        subject.textTruncatedProperty().subscribe(this::sayHowMuch);
        MinimumNameWidth.keep(name);
        under.visibleProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> under.getChildren().stream().anyMatch(Node::isVisible),
                        under.getChildren(),
                        permission.visibleProperty(),
                        question.visibleProperty()));
    }

    /** Whether a part of what the user would allow is not readable here. */
    boolean hides() {
        return subject.isVisible() && subject.isTextTruncated();
    }

    /** If a part is hidden, the button that shows it says how long the text is. */
    private void sayHowMuch() {
        show.setText(hides() && !unfolded ? Texts.of("attention.show.count", length) : usual);
    }

    /** A strip that has no room for the sentence and the answers in one line has the answers below it. */
    private void fit() {
        root.applyCss();
        double wanted = Stream.of(name, before, subject, after, permission, question, turn)
                .filter(Node::isVisible)
                .mapToDouble(part -> part.prefWidth(-1))
                .sum();
        boolean narrow = root.getWidth() < AROUND + wanted;
        if (narrow == under.getChildren().contains(permission)) {
            return;
        }
        List<Node> answers = List.of(permission, question);
        (narrow ? line : under).getChildren().removeAll(answers);
        if (narrow) {
            under.getChildren().addAll(answers);
        } else {
            line.getChildren().addAll(line.getChildren().indexOf(turn), answers);
        }
    }

    VBox root() {
        return root;
    }

    StackPane drawer() {
        return drawer;
    }

    void show(RequestHeadline now, Attention request, boolean open) {
        headline = Optional.of(now);
        name.setText(now.name());
        boolean asks = request.kind() == Attention.Kind.QUESTION;
        // An open question stands below instead.
        put(before, asks && open ? "" : now.sentence().before());
        put(subject, now.sentence().subject());
        put(after, now.sentence().after());
        permission.setVisible(!asks);
        question.setVisible(asks && !open);
        before.setMinWidth(asks ? 0 : Region.USE_PREF_SIZE); // the label holds the whole question
        unfolded = open;
        usual = Texts.of(showKey(request, open));
        show.setText(usual);
        length = VisibleText.length(AttentionText.about(request));
        fit();
        sayHowMuch();
        tick(clock.getValue());
        (now.failed() ? Tone.DANGER : Tone.MUTED).applyTo(below);
        // Not every second: a screen reader would start again each time.
        root.setAccessibleText((now.accessibleText(clock.getValue()) + " " + position).strip());
    }

    /** Nothing waits any more: what is not seen tells no time. */
    void gone() {
        headline = Optional.empty();
    }

    private static String showKey(Attention request, boolean unfolded) {
        boolean change = request.asking() instanceof RequestContent.Permission(var whole, var diff, var always)
                && !diff.text().isEmpty();
        return (change ? "attention.show.change" : "attention.show.all") + (unfolded ? ".less" : "");
    }

    void place(int number, int count) {
        turn.setVisible(count > 1);
        position = count > 1 ? Texts.of("attention.place", number, count) : "";
        place.setText(position);
    }

    /** Disables the buttons while an answer is in progress or the request has only just appeared. */
    void answerable(boolean now) {
        permission.setDisable(!now);
        question.setDisable(!now);
    }

    private void tick(Instant now) {
        headline.ifPresent(line -> below.setText(line.second(now)));
    }

    private static void put(Label label, String words) {
        label.setText(words);
        label.setVisible(!words.isEmpty());
    }

    @FXML
    void openTask() {
        bar.openTask();
    }

    @FXML
    void unfold() {
        bar.unfold();
    }

    @FXML
    void once() {
        responses.digit(AttentionKeys.ONCE);
    }

    @FXML
    void always() {
        responses.digit(AttentionKeys.ALWAYS);
    }

    @FXML
    void reject() {
        responses.digit(AttentionKeys.REJECT);
    }

    @FXML
    void dismiss() {
        responses.dismiss();
    }

    @FXML
    void previous() {
        bar.turn(-1);
    }

    @FXML
    void next() {
        bar.turn(1);
    }
}

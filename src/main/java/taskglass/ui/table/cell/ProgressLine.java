package taskglass.ui.table.cell;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/**
 * A task's progress in one line. If it does not fit, first the text after the marks is cut, then the tree's count is left
 * out, then the graph, then the dot; the rest ends in an ellipsis. In a narrow column no row has a graph: it would come
 * and go with the length of the text.
 */
final class ProgressLine extends Region {
    /** From this width on there are graphs. */
    private static final double GRAPHS = 155;

    private final Label lead = new Label();
    private final Label tree = new Label();
    private final Label marks = rest();
    private final Label more = rest();
    private final List<Label> words = List.of(lead, tree, marks, more);
    private Optional<ProgressPicture> picture = Optional.empty();
    private boolean cut;

    ProgressLine() {
        getChildren().addAll(words);
    }

    /** Sets the picture before the text. */
    void begin(ProgressPicture drawn) {
        picture = Optional.of(drawn);
        getChildren().addFirst(drawn);
    }

    void show(Progress progress) {
        String beside = String.join(" · ", progress.marks());
        lead.setText(progress.lead());
        tree.setText(
                progress.calls().tree().isEmpty() ? "" : " " + progress.calls().tree());
        marks.setText(after(!progress.lead().isEmpty(), beside));
        more.setText(after(!progress.lead().isEmpty() || !beside.isEmpty(), progress.more()));
        progress.tone().applyTo(marks);
        progress.tone().applyTo(more);
    }

    private static String after(boolean something, String words) {
        return something && !words.isEmpty() ? " · " + words : words;
    }

    /** Whether a part of it is hidden. */
    boolean cut() {
        return cut;
    }

    /** Hiding a part requests no further layout: the other parts get their new places here. */
    @Override
    protected void layoutChildren() {
        double room = getWidth();
        double least = wanted(lead) + wanted(marks) + Math.min(more.minWidth(-1), wanted(more));
        double whole = picture.filter(Node::isManaged).map(ProgressLine::wanted).orElse(0.0);
        double drawn = draw(whole, room - least, room);
        tree.setVisible(drawn + least + wanted(tree) <= room);
        double left = drawn;
        for (Label label : words) {
            left = label.isVisible() ? place(label, left, room) : left;
        }
        cut = drawn < whole || words.stream().anyMatch(ProgressLine::cut);
    }

    /** Shows as much of the picture as there is place for, and returns its width. */
    private double draw(double whole, double place, double room) {
        double dot = picture.map(ProgressPicture::dotWidth).orElse(0.0);
        boolean graph = room >= GRAPHS && whole <= place;
        double drawn = graph ? whole : Math.min(dot, whole) <= place ? Math.min(dot, whole) : 0;
        picture.ifPresent(there -> {
            there.setVisible(drawn > 0);
            there.showGraph(graph);
            there.resizeRelocate(
                    0, snapPositionY((getHeight() - there.prefHeight(-1)) / 2), drawn, there.prefHeight(-1));
        });
        return drawn;
    }

    private static boolean cut(Label label) {
        return label.getWidth() < wanted(label) || !label.isVisible();
    }

    private static double wanted(Node node) {
        return node instanceof Label label && label.getText().isEmpty() ? 0 : Math.ceil(node.prefWidth(-1));
    }

    /** Returns where the next part begins. */
    private double place(Region node, double left, double room) {
        double width = Math.clamp(room - left, 0, wanted(node));
        double height = node.prefHeight(-1);
        node.resizeRelocate(left, snapPositionY((getHeight() - height) / 2), width, height);
        return left + width;
    }

    @Override
    protected double computePrefWidth(double height) {
        return Stream.concat(picture.filter(Node::isManaged).stream(), words.stream())
                .mapToDouble(ProgressLine::wanted)
                .sum();
    }

    @Override
    protected double computePrefHeight(double width) {
        return lead.prefHeight(-1);
    }

    private static Label rest() {
        Label label = new Label();
        label.getStyleClass().add("rest");
        return label;
    }
}

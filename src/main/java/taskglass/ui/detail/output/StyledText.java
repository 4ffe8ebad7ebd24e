package taskglass.ui.detail.output;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.text.Text;
import taskglass.text.VisibleText;

/**
 * A text made of pieces with style classes of their own, as nodes for a {@code TextFlow}. A match is a label, because
 * only a label has a background.
 */
final class StyledText {
    /** A piece of the text as it is shown. */
    record Piece(String text, List<String> styles, Optional<URI> link) {
        static Piece of(TextSpan span) {
            List<String> styles = new ArrayList<>(List.of("md"));
            span.styles().forEach(style -> styles.add(style.styleClass()));
            return new Piece(VisibleText.asWritten(span.text()), styles, span.link());
        }

        static Piece of(String text, String... styles) {
            return new Piece(VisibleText.asWritten(text), List.of(styles), Optional.empty());
        }
    }

    private StyledText() {}

    static List<Node> nodes(List<Piece> pieces, Highlight highlight) {
        String whole = pieces.stream().map(Piece::text).collect(Collectors.joining());
        List<TextMatch> matches = highlight.in(whole);
        List<Node> nodes = new ArrayList<>();
        int from = 0;
        for (Piece piece : pieces) {
            add(piece, from, matches, highlight.current(), nodes);
            from += piece.text.length();
        }
        return nodes;
    }

    /** Adds a piece that begins at {@code start} in the whole text, split where matches begin and end. */
    private static void add(Piece piece, int start, List<TextMatch> matches, int current, List<Node> nodes) {
        int at = 0;
        for (int i = 0; i < matches.size(); i++) {
            int from = Math.clamp(matches.get(i).from() - start, at, piece.text.length());
            int to = Math.clamp(matches.get(i).to() - start, from, piece.text.length());
            if (to > from) {
                addPlain(piece, at, from, nodes);
                nodes.add(match(piece, piece.text.substring(from, to), i == current));
                at = to;
            }
        }
        addPlain(piece, at, piece.text.length(), nodes);
    }

    private static void addPlain(Piece piece, int from, int to, List<Node> nodes) {
        if (to > from) {
            Text text = new Text(piece.text.substring(from, to));
            text.getStyleClass().addAll(piece.styles);
            piece.link.ifPresent(text::setUserData);
            nodes.add(text);
        }
    }

    private static Label match(Piece piece, String text, boolean current) {
        Label label = new Label(text);
        label.getStyleClass().addAll(piece.styles);
        label.getStyleClass().add(current ? "current-match" : "match");
        label.setMinWidth(Label.USE_PREF_SIZE);
        return label;
    }
}

package taskglass.ui.attention;

import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.scene.control.ListCell;
import taskglass.text.VisibleText;
import taskglass.ui.attention.DiffLine.Kind;

/** A diff line in its color. The sign at its start says the same. */
final class DiffCell extends ListCell<DiffLine> {
    @Override
    protected void updateItem(DiffLine line, boolean empty) {
        super.updateItem(line, empty);
        setText(empty || line == null ? null : VisibleText.lines(line.text()));
        for (Kind kind : Kind.values()) {
            boolean is = !empty && line != null && line.kind() == kind;
            pseudoClassStateChanged(PseudoClass.getPseudoClass(kind.name().toLowerCase(Locale.ROOT)), is);
        }
    }
}

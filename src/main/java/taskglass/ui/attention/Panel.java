package taskglass.ui.attention;

import javafx.scene.Node;

/** A panel that expands below the attention bar's line: the details, or an answer that takes more than one key. */
interface Panel {
    Node node();

    /** Moves the focus to where the user will continue, if there is such a place. */
    void focus();

    /** Handles Enter. */
    void confirm();

    /** Handles a digit; returns false if the panel does not use digits. */
    boolean digit(int digit);
}

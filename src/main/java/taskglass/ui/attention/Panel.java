package taskglass.ui.attention;

import javafx.scene.Node;

/** What unfolds under the strip's line: a closer look, or an answer that takes more than one key. */
interface Panel {
    Node node();

    /** Puts the focus where a person goes on, if there is such a place. */
    void focus();

    /** What Enter does. */
    void confirm();

    /** What a digit does; false where digits are none of its business. */
    boolean digit(int digit);
}

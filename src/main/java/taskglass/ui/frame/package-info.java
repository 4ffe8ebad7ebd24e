/** Support for every window: its structure from FXML, its theme, and its stage. */
package taskglass.ui.frame;

/** What every window needs around its content: its structure from FXML, its colours, a stage of its own. */
package taskglass.ui.frame;

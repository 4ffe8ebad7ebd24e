/** The main window: its content, its actions and their dialogs, the status bar. */
package taskglass.ui.window;

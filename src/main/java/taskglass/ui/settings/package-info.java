/** The settings window and its pages. A new page is a {@code SettingsPage} that the main window adds to the list. */
package taskglass.ui.settings;

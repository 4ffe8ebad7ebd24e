/** The dialog in which a person launches a task. */
package taskglass.ui.launch;

/** The dialogs that launch, continue and rename a task. */
package taskglass.ui.launch;

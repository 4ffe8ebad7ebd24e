/** The details pane of the selected task: facts, output, timeline of calls, to-do list, changes and prompt. */
package taskglass.ui.detail;

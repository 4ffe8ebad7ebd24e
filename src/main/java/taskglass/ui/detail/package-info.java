/** The details of the selected task: facts, actions, and a tab for each way to look into it. */
package taskglass.ui.detail;

/** The details of the selected task: facts, what it writes, its calls in time, its list, its changes and its prompt. */
package taskglass.ui.detail;

/**
 * Logs what the window is measured by: when it first shows its rows, and when its thread stalls. Off unless somebody
 * turns the loggers on.
 */
package taskglass.trace;

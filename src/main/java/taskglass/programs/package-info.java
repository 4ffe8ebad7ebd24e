/**
 * Other programs that Taskglass starts for the user: editors, terminals, and Taskglass itself with the desktop. Every
 * command is a list of arguments; no shell reads them.
 */
package taskglass.programs;

/** What stands in place of the table while there is no server to list, and what the status bar says of each server. */
package taskglass.ui.server;

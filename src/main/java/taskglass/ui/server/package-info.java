/**
 * The server views: the page that replaces the table while no server can be listed, and the servers in the status bar.
 */
package taskglass.ui.server;

/**
 * The attention bar above the table: shows the requests waiting for the user, one at a time, and the ways to answer
 * them.
 */
package taskglass.ui.attention;

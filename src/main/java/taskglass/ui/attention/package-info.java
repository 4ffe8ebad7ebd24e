/** What waits for a person: one request at a time in a strip above the table, and the ways to answer it. */
package taskglass.ui.attention;

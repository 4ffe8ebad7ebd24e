/** The table of all tasks: its rows as a tree that follows the store, and the cells that show them. */
package taskglass.ui.table;

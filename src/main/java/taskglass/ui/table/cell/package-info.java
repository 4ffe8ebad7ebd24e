/** The cells of the table, and what they draw. */
package taskglass.ui.table.cell;

/** The table of all tasks: the control, its columns and menus, and what is remembered of them. */
package taskglass.ui.table;

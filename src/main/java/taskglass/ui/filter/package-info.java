/** The filter of the table: a segment of statuses, the terms that the user types, and the filters the user saved. */
package taskglass.ui.filter;

/** Which tasks the table shows: a segment of statuses, the terms that a person types, and the filters they saved. */
package taskglass.ui.filter;

/** The rows of the table as a tree that follows the task store: parents, groups, sorting, sums. */
package taskglass.ui.table.tree;

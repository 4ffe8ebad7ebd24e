/**
 * The store of all tasks, and the rules by which it changes: merging listings, planning polls, one row for one
 * session, eviction.
 */
package taskglass.task.store;

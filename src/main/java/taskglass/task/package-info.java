/** The nouns: keys, servers, statuses, outcomes, errors, usage. No I/O, no threads, no windows. */
package taskglass.task;

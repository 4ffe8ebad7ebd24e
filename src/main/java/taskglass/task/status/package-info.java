/** One task and the rules of its status: how its run ended, what is known of it, and from where. */
package taskglass.task.status;

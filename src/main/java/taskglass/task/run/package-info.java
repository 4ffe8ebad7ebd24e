/** What happened in a session: its messages and tool calls, and which of them make up the latest run. */
package taskglass.task.run;

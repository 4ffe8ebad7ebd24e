/** What the messages of one session say, part by part, for the details. */
package taskglass.task.transcript;

/** Decodes the events of a stream, and drops those that tell nothing. */
package taskglass.opencode.events;

/**
 * Communicates with one OpenCode server: sends requests, reads its events, starts it, and turns what comes over the
 * wire into the types of {@link taskglass.task}. Decides nothing about tasks.
 */
package taskglass.opencode;

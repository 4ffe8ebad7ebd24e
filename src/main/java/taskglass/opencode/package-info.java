/**
 * Speaks to one OpenCode server: asks it, listens to it, starts it, and turns what comes over the wire into the nouns
 * of {@link taskglass.task}. It decides nothing about tasks.
 */
package taskglass.opencode;

/**
 * One connection to one OpenCode server: a client for requests and a reader for its event stream. It decides nothing
 * about tasks.
 */
package taskglass.opencode;

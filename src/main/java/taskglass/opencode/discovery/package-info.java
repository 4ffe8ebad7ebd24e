/**
 * Finds the OpenCode servers of this machine without being told of any: by the file that OpenCode's background service
 * writes, by the processes of this user and the ports they open, by the default port. Nothing is believed before it has
 * been asked, and a password goes only to where a process of this user listens.
 */
package taskglass.opencode.discovery;

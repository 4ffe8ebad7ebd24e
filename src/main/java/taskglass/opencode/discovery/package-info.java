/**
 * Finds the OpenCode servers of this computer without configuration: through the file that OpenCode's background
 * service writes, the processes of this user and the ports they open, and the default port. Nothing counts as OpenCode
 * before it has been asked, and a password is sent only where a process of this user listens.
 */
package taskglass.opencode.discovery;

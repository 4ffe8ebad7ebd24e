/**
 * The shell commands: they query the engine, wait for it and command it, and print output for users and scripts. No
 * windows, no display; the engine is the same as the window's.
 */
package taskglass.shell;

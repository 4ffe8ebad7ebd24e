/**
 * The face for a shell: commands that ask the engine, wait for it and order it, and print what a person or a script
 * can read. No windows, no display; the engine is the window's own.
 */
package taskglass.shell;

/** OpenCode on this machine: where its program is, starting it, and taking over what a window left running. */
package taskglass.opencode.local;

/** Keeps the store up to date with each server: polls, event readers, and how often a server may be asked. */
package taskglass.engine.monitor;

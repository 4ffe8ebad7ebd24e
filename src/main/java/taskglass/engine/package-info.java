/**
 * Keeps the store up to date: polls and event readers for each server, one {@link taskglass.engine.inbox.Inbox} into the
 * store, the user's commands, and the notices about settled tasks. Contains no windows.
 */
package taskglass.engine;

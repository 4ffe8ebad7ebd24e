/**
 * Keeps the book true: polls and event readers for each server, one {@link taskglass.engine.Inbox} into the book, the
 * commands a person gives, and the notices about what settled. No windows.
 */
package taskglass.engine;

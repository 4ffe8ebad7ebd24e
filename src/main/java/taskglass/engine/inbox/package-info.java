/** The one way into the task store, and the time and threads that the engine waits on. */
package taskglass.engine.inbox;

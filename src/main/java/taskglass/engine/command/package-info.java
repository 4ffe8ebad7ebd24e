/** What a person orders, carried out: launch, cancel, answer, continue, rename, delete, and messages to parents. */
package taskglass.engine.command;

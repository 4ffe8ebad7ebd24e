/**
 * The run in which a package learns its classes, for a fast start. Used by packaging only; nothing in the program
 * calls it.
 */
package taskglass.training;

/**
 * What commands print: tables, JSON lines, sentences, exit codes. All text is cleaned here before it reaches a
 * terminal.
 */
package taskglass.shell.output;

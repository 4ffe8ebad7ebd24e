/** User-facing text: the texts of {@code messages.properties}, and descriptions of tasks and servers. */
package taskglass.words;

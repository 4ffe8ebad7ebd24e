/** How things are put into words: the texts of {@code messages.properties} and what is said of tasks and servers. */
package taskglass.words;

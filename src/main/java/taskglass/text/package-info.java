/**
 * All text that a person reads, in English and German: sentences, amounts, durations, names. Knows only {@link
 * taskglass.task}.
 */
package taskglass.text;

/** What a person chose, kept across starts in one small file that is replaced whole and never half-written. */
package taskglass.settings;

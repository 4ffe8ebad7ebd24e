/**
 * The user's choices, kept across starts in one small file. It is always replaced whole, so it is never half-written.
 */
package taskglass.settings;

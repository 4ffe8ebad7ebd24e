/**
 * Information about Taskglass itself: the about dialog, licenses, the link to the documentation, and the note about a
 * newer release.
 */
package taskglass.ui.help;

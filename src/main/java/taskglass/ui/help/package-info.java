/** What tells of the program itself: about, licences, the way to the documentation, a note of a newer release. */
package taskglass.ui.help;

/** The notes in the corner of the window that tell how tasks ended. */
package taskglass.ui.toast;

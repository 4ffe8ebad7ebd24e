/**
 * What surrounds the window on a desktop: a single instance for each user, the dock, the display, the way JavaFX
 * draws.
 */
package taskglass.desktop;

/**
 * The window: shows the tasks to the user and offers actions on them. Uses {@link taskglass.engine.Engine} only and
 * never blocks. All code here runs on the JavaFX thread.
 */
package taskglass.ui;

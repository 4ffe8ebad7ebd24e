/**
 * The window: what a person sees of the tasks and does with them. It programs against {@link taskglass.engine.Engine}
 * alone and blocks on nothing; everything in here runs on the JavaFX thread.
 */
package taskglass.ui;

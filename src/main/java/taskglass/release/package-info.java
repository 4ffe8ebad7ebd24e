/**
 * Which release of Taskglass this is, what it ships, and whether there is a newer one. The project's page is asked only
 * if the user wants that.
 */
package taskglass.release;

/**
 * Which release of Taskglass this is, what it ships, and whether there is a newer one: asked of the project's page, and only
 * where a person wants that.
 */
package taskglass.release;

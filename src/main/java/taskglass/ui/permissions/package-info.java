/** The dialog about permissions that were stored for good, project by project. */
package taskglass.ui.permissions;

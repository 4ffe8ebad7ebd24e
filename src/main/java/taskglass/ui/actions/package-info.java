/** All actions of the window as one list, and the menus, keys, buttons and palette made from it. */
package taskglass.ui.actions;

/** Sessions behind either API: listed, created, read, prompted. Which API a server speaks is decided here. */
package taskglass.opencode.session;

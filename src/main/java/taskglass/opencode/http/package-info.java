/** JSON over HTTP to one server: credentials, trust, redirects, limits, and what can go wrong. */
package taskglass.opencode.http;

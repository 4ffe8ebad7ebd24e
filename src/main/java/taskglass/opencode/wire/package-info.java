/** The V1 API's JSON, in both directions. */
package taskglass.opencode.wire;

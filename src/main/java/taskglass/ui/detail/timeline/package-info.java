/** The Timeline tab: tool calls over time, a lane for each tool. */
package taskglass.ui.detail.timeline;

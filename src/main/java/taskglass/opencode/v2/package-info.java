/** The V2 API's JSON and events, from 1.18's preview to 2.0.26, told in the words of V1. */
package taskglass.opencode.v2;

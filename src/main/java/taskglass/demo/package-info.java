/**
 * An OpenCode server in this process that plays a scripted afternoon over real HTTP and SSE. It depends only on the
 * wire, not on other packages of Taskglass: clients cannot tell it from another server. One lock guards all of it.
 * Classes here are used with that lock held, unless they say otherwise.
 */
package taskglass.demo;

/**
 * An OpenCode server in this process that plays a scripted afternoon over real HTTP and SSE. It knows the wire and
 * nothing else of ours: whoever watches it cannot tell it from another server. One lock guards all of it; what a class
 * here does, it does with that lock held, unless it says otherwise.
 */
package taskglass.demo;

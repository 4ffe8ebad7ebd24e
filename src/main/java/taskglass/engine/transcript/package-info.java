/** The transcript of the task that is open in the details, kept up to date while it is shown. */
package taskglass.engine.transcript;

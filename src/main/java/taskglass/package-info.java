/** Main: the command line, and everything wired together. No other package depends on it, except the training run. */
package taskglass;

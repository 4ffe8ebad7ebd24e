/** Hands what must survive a restart to the ledger: runs that settled. Runs on the store's thread and never waits. */
package taskglass.engine.recording;

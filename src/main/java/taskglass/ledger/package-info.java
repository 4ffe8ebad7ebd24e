/**
 * What survives a restart: the ledger, a SQLite database with one writer thread. No other package contains SQL. Nothing
 * here waits on the store's thread.
 */
package taskglass.ledger;

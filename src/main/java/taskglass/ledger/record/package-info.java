/** The rows of the ledger as the rest of the program sees them. */
package taskglass.ledger.record;

package taskglass.ledger;

import java.sql.SQLException;

/** Statements that run on the ledger's thread, inside a transaction, and what they found. */
interface Statements<T> {
    T run(Database database) throws SQLException;
}

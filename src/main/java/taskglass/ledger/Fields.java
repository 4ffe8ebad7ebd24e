package taskglass.ledger;

import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Fills the question marks of a statement, from the first to the last. */
final class Fields {
    private final PreparedStatement statement;
    private int last;

    Fields(PreparedStatement statement) {
        this.statement = statement;
    }

    Fields add(String value) throws SQLException {
        statement.setString(++last, value);
        return this;
    }

    Fields add(long value) throws SQLException {
        statement.setLong(++last, value);
        return this;
    }
}

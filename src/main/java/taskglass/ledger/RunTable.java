package taskglass.ledger;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import taskglass.ledger.record.RunId;
import taskglass.ledger.record.RunRecord;
import taskglass.ledger.record.RunRecord.About;
import taskglass.ledger.record.RunRecord.Calls;
import taskglass.ledger.record.RunRecord.Ending;
import taskglass.ledger.record.Spent;

/** The runs and their calls by tool. */
final class RunTable {
    private static final String PUT = """
        INSERT INTO run (server, session, first, parent, title, directory, agent, model, started, ended, outcome,
          reason, detail, by_you, exact, calls, tokens_in, tokens_out, cost_micros,
          sub_calls, sub_tokens_in, sub_tokens_out, sub_cost_micros)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (server, session, first) DO UPDATE SET
          parent = excluded.parent, title = excluded.title, directory = excluded.directory,
          agent = excluded.agent, model = excluded.model, started = excluded.started, ended = excluded.ended,
          outcome = excluded.outcome, reason = excluded.reason, detail = excluded.detail,
          by_you = max(by_you, excluded.by_you), exact = excluded.exact,
          calls = excluded.calls, tokens_in = excluded.tokens_in, tokens_out = excluded.tokens_out,
          cost_micros = excluded.cost_micros, sub_calls = excluded.sub_calls,
          sub_tokens_in = excluded.sub_tokens_in, sub_tokens_out = excluded.sub_tokens_out,
          sub_cost_micros = excluded.sub_cost_micros
        RETURNING id\
        """;
    private static final String DROP_TOOLS = "DELETE FROM tool WHERE run = ?";
    private static final String PUT_TOOL = "INSERT INTO tool (run, name, calls, failed) VALUES (?, ?, ?, ?)";
    private static final String SELECT = """
        SELECT run.*, server.identity FROM run JOIN server ON server.id = run.server
        """;
    private static final String NEWEST = SELECT + "ORDER BY started DESC, run.id DESC LIMIT ?";
    private static final String FIND = SELECT + "WHERE server.identity = ? AND session = ? AND first = ?";
    private static final String TOOLS = "SELECT name, calls, failed FROM tool WHERE run = ?";
    private static final String COUNT = "SELECT count(*) FROM run";
    private static final String DROP_BEFORE = "DELETE FROM run WHERE started < ?";
    private static final String DROP_OLDEST =
            "DELETE FROM run WHERE id IN (SELECT id FROM run ORDER BY started, id LIMIT ?)";

    private RunTable() {}

    /** Writes a run. One that was written before is replaced; what was known of its end stays if it says more. */
    static void put(Database database, RunRecord given, Instant now) throws SQLException {
        RunRecord run = find(database, given.key()).map(given::after).orElse(given);
        PreparedStatement put = database.prepare(PUT);
        Fields fields = new Fields(put)
                .add(ServerTable.idOf(database, run.key().server(), now))
                .add(run.key().session())
                .add(run.key().first());
        add(fields, run.about());
        add(fields, run.ending());
        fields.add(run.exact() ? 1 : 0);
        add(fields, run.own());
        add(fields, run.subagents());
        long id;
        try (ResultSet rows = put.executeQuery()) {
            rows.next();
            id = rows.getLong(1);
        }
        putTools(database, id, run.tools());
    }

    private static void add(Fields fields, About about) throws SQLException {
        fields.add(about.parent())
                .add(about.title())
                .add(about.directory())
                .add(about.agent())
                .add(about.model());
    }

    private static void add(Fields fields, Ending ending) throws SQLException {
        fields.add(ending.started().toEpochMilli())
                .add(ending.ended().toEpochMilli())
                .add(ending.outcome())
                .add(ending.reason())
                .add(ending.detail())
                .add(ending.byYou() ? 1 : 0);
    }

    private static void add(Fields fields, Spent spent) throws SQLException {
        fields.add(spent.calls()).add(spent.tokensIn()).add(spent.tokensOut()).add(spent.costMicros());
    }

    private static void putTools(Database database, long run, Map<String, Calls> tools) throws SQLException {
        PreparedStatement drop = database.prepare(DROP_TOOLS);
        drop.setLong(1, run);
        drop.executeUpdate();
        for (Map.Entry<String, Calls> tool : tools.entrySet()) {
            PreparedStatement put = database.prepare(PUT_TOOL);
            new Fields(put)
                    .add(run)
                    .add(tool.getKey())
                    .add(tool.getValue().all())
                    .add(tool.getValue().failed());
            put.executeUpdate();
        }
    }

    /** The runs that began last, newest first. */
    static List<RunRecord> newest(Database database, int limit) throws SQLException {
        PreparedStatement select = database.prepare(NEWEST);
        select.setInt(1, limit);
        return read(database, select);
    }

    static Optional<RunRecord> find(Database database, RunId key) throws SQLException {
        PreparedStatement select = database.prepare(FIND);
        new Fields(select).add(key.server()).add(key.session()).add(key.first());
        return read(database, select).stream().findFirst();
    }

    static long count(Database database) throws SQLException {
        try (ResultSet rows = database.prepare(COUNT).executeQuery()) {
            return rows.getLong(1);
        }
    }

    /** Returns how many were dropped. */
    static int dropBefore(Database database, Instant limit) throws SQLException {
        PreparedStatement drop = database.prepare(DROP_BEFORE);
        drop.setLong(1, limit.toEpochMilli());
        return drop.executeUpdate();
    }

    static int dropOldest(Database database, long how) throws SQLException {
        PreparedStatement drop = database.prepare(DROP_OLDEST);
        drop.setLong(1, how);
        return drop.executeUpdate();
    }

    private static List<RunRecord> read(Database database, PreparedStatement select) throws SQLException {
        List<RunRecord> runs = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                runs.add(run(row, tools(database, row.getLong("id"))));
            }
        }
        return runs;
    }

    private static RunRecord run(ResultSet row, Map<String, Calls> tools) throws SQLException {
        return new RunRecord(
                new RunId(row.getString("identity"), row.getString("session"), row.getString("first")),
                new About(
                        row.getString("parent"),
                        row.getString("title"),
                        row.getString("directory"),
                        row.getString("agent"),
                        row.getString("model")),
                new Ending(
                        Instant.ofEpochMilli(row.getLong("started")),
                        Instant.ofEpochMilli(row.getLong("ended")),
                        row.getString("outcome"),
                        row.getString("reason"),
                        row.getString("detail"),
                        row.getInt("by_you") == 1),
                spent(row, ""),
                spent(row, "sub_"),
                row.getInt("exact") == 1,
                tools);
    }

    private static Spent spent(ResultSet row, String of) throws SQLException {
        return new Spent(
                row.getInt(of + "calls"),
                row.getLong(of + "tokens_in"),
                row.getLong(of + "tokens_out"),
                row.getLong(of + "cost_micros"));
    }

    private static Map<String, Calls> tools(Database database, long run) throws SQLException {
        Map<String, Calls> tools = new TreeMap<>();
        PreparedStatement select = database.prepare(TOOLS);
        select.setLong(1, run);
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                tools.put(row.getString("name"), new Calls(row.getInt("calls"), row.getInt("failed")));
            }
        }
        return tools;
    }
}

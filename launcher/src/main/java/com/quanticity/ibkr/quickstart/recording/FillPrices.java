package com.quanticity.ibkr.quickstart.recording;

import java.io.PrintStream;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Whether every fill of the ledger was made at a price that was quoted when it happened: a buy at the ask, a sale at the bid. The broker
 * tells the time of an execution in whole seconds, so any quote of that second counts, and the one that stood when it began.
 */
public final class FillPrices {

    private static final String QUERY = """
            select f.symbol, f.side, f.quantity, f.price, f.executed_at, f.exec_id, exists (
              select 1 from (
                (select bid, ask from adapter.ib_l1_quotes
                  where symbol = f.symbol and received_at <= f.executed_at
                  order by received_at desc, sequence desc limit 1)
                union all
                (select bid, ask from adapter.ib_l1_quotes
                  where symbol = f.symbol and received_at > f.executed_at
                    and received_at <= f.executed_at + interval '1 second')
              ) quoted
              where case f.side when 'BUY' then quoted.ask else quoted.bid end = f.price)
            from execution.fills f where f.current order by f.executed_at
            """;

    private final Connection database;
    private final PrintStream out;

    /** The connection must be allowed to read both schemas. */
    public FillPrices(Connection database, PrintStream out) {
        this.database = database;
        this.out = out;
    }

    /** Looks at every fill and prints those at other prices; true when there is none. */
    public boolean areQuoted() throws SQLException {
        int fills = 0;
        int quoted = 0;
        try (Statement statement = database.createStatement();
                ResultSet rows = statement.executeQuery(QUERY)) {
            while (rows.next()) {
                fills++;
                if (rows.getBoolean(7)) {
                    quoted++;
                } else {
                    out.println("not a quoted price: " + rows.getString(2) + " " + rows.getBigDecimal(3) + " "
                            + rows.getString(1) + " at " + rows.getBigDecimal(4) + ", " + rows.getString(5)
                            + ", execId "
                            + rows.getString(6));
                }
            }
        }
        out.println(quoted + " of " + fills + " fills at the price quoted when they happened");
        return quoted == fills;
    }
}

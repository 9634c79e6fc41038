package com.quanticity.ibkr.adapter.bar;

import com.quanticity.ibkr.model.contract.ContractId;
import com.quanticity.ibkr.model.market.Bar;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;

/** Reads which bars {@code ib_realtime_bars_5s} has; the history writer fills it. */
final class BarTable implements StoredBars {

    private static final String STARTS =
            "select bar_start, source from adapter.ib_realtime_bars_5s where contract_id = ? and bar_start >= ?";

    private final JdbcTemplate database;

    BarTable(JdbcTemplate database) {
        this.database = database;
    }

    @Override
    public Map<Instant, Bar.Source> since(ContractId contractId, Instant from) {
        Map<Instant, Bar.Source> starts = new HashMap<>();
        database.query(
                STARTS,
                row -> {
                    starts.put(row.getTimestamp(1).toInstant(), Bar.Source.valueOf(row.getString(2)));
                },
                contractId.value(),
                Timestamp.from(from));
        return starts;
    }
}

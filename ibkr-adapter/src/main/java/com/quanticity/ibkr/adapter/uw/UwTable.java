package com.quanticity.ibkr.adapter.uw;

import com.quanticity.ibkr.model.market.UwPrice;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** The table {@code ib_uw_deviation}; symbol, stamp and source name a price. Thread-safe. */
final class UwTable {

    private static final String INSERT = """
            insert into adapter.ib_uw_deviation
              (symbol, priced_at, source, uw_price, l1_price, l1_rule, l1_at, deviation_bp, verdict, compared_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict do nothing""";
    private static final String READ = """
            select * from adapter.ib_uw_deviation
            where (?::text is null or symbol = ?) and (?::text is null or verdict = ?) and priced_at >= ? and priced_at < ?
            order by priced_at desc, symbol limit ?""";

    private final JdbcTemplate database;

    UwTable(JdbcTemplate database) {
        this.database = database;
    }

    /** Stores what is new; returns it. */
    List<Comparison> store(List<Comparison> comparisons) {
        int[] rows = database.batchUpdate(
                INSERT, comparisons.stream().map(UwTable::row).toList());
        List<Comparison> added = new ArrayList<>();
        for (int i = 0; i < rows.length; i++) {
            if (rows[i] > 0) {
                added.add(comparisons.get(i));
            }
        }
        return added;
    }

    /** Newest first. */
    List<Comparison> read(@Nullable String symbol, @Nullable Verdict verdict, Instant from, Instant to, int limit) {
        String only = verdict == null ? null : verdict.name();
        return database.query(
                READ,
                (row, _) -> comparison(row),
                symbol,
                symbol,
                only,
                only,
                Timestamp.from(from),
                Timestamp.from(to),
                limit);
    }

    private static @Nullable Object[] row(Comparison comparison) {
        UwPrice price = comparison.price();
        return new @Nullable Object[] {
            price.symbol(),
            Timestamp.from(price.at()),
            price.source(),
            price.price(),
            comparison.reference(),
            comparison.rule().name(),
            comparison.referenceAt() == null ? null : Timestamp.from(comparison.referenceAt()),
            comparison.deviation(),
            comparison.verdict().name(),
            Timestamp.from(comparison.comparedAt())
        };
    }

    private static Comparison comparison(ResultSet row) throws SQLException {
        Timestamp referenceAt = row.getTimestamp("l1_at");
        return new Comparison(
                new UwPrice(
                        row.getString("symbol"),
                        row.getBigDecimal("uw_price"),
                        row.getTimestamp("priced_at").toInstant(),
                        row.getString("source")),
                Verdict.valueOf(row.getString("verdict")),
                row.getBigDecimal("l1_price"),
                Reference.Rule.valueOf(row.getString("l1_rule")),
                referenceAt == null ? null : referenceAt.toInstant(),
                row.getBigDecimal("deviation_bp"),
                row.getTimestamp("compared_at").toInstant());
    }
}

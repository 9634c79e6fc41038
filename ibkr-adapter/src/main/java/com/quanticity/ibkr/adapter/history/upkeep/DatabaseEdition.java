package com.quanticity.ibkr.adapter.history.upkeep;

import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** What the database can do for history beyond storing it. */
public enum DatabaseEdition {
    /** PostgreSQL without TimescaleDB. */
    PLAIN,
    /** TimescaleDB under the Apache licence: hypertables, and nothing that works by itself. */
    APACHE,
    /** TimescaleDB under its community licence: compression, retention and continuous aggregates too. */
    COMMUNITY;

    public static DatabaseEdition of(JdbcTemplate database) {
        List<String> licences = database.query(
                "select coalesce(current_setting('timescaledb.license', true), 'apache') from pg_extension where extname = 'timescaledb'",
                (row, _) -> row.getString(1));
        if (licences.isEmpty()) {
            return PLAIN;
        }
        return licences.getFirst().equals("timescale") ? COMMUNITY : APACHE;
    }
}

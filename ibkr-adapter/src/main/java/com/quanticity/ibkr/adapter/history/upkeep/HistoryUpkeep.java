package com.quanticity.ibkr.adapter.history.upkeep;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Keeps the tables of market history: minutes rolled up, old rows removed. TimescaleDB under its community licence does it by itself once
 * told; everywhere else it is done here, by a job. Runs on a thread of its own; may run in two processes at once.
 */
public final class HistoryUpkeep implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(HistoryUpkeep.class);

    private final JdbcTemplate database;
    private final UpkeepProperties settings;
    private final MinuteRollup minutes;
    private final OldRows oldRows;
    private final ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("history-upkeep").factory());
    private @Nullable DatabaseEdition edition;
    private boolean failing;

    public HistoryUpkeep(JdbcTemplate database, UpkeepProperties settings, Clock clock) {
        this.database = database;
        this.settings = settings;
        this.minutes = new MinuteRollup(database);
        this.oldRows = new OldRows(database, settings, clock);
    }

    /** Begins the rounds. */
    public void start() {
        Duration every = settings.every();
        scheduler.scheduleWithFixedDelay(this::workSafely, 1_000, every.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        scheduler.shutdownNow();
    }

    /** One round of work. */
    public void work() {
        oldRows.deleteSmall();
        switch (edition()) {
            case PLAIN -> {
                minutes.rollUp();
                oldRows.delete();
            }
            case APACHE -> {
                minutes.rollUp();
                oldRows.dropChunks();
            }
            case COMMUNITY -> {
                // Told once; the database does the rest.
            }
        }
    }

    private DatabaseEdition edition() {
        if (edition == null) {
            DatabaseEdition found = DatabaseEdition.of(database);
            if (found == DatabaseEdition.COMMUNITY) {
                new TimescalePolicies(database, settings).apply();
            }
            LOG.info("history database found edition={}", found);
            edition = found;
        }
        return edition;
    }

    private void workSafely() {
        try {
            work();
            failing = false;
        } catch (RuntimeException e) {
            if (!failing) {
                LOG.warn("upkeep of history failed cause={}; trying again every {}", e.toString(), settings.every());
            }
            failing = true;
        }
    }
}

package com.quanticity.ibkr.adapter.history;

import com.quanticity.ibkr.adapter.AdapterMeter;
import com.quanticity.ibkr.model.stream.Envelope;
import com.quanticity.ibkr.stream.RejectedMessageException;
import com.quanticity.ibkr.stream.StreamHandler;
import com.quanticity.ibkr.stream.TrimmedEntries;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Stores one stream. One transaction for what one read of it yields, committed before the entries are acknowledged, so that nothing is lost
 * and nothing is doubled by a redelivery. While PostgreSQL is away, full or slow the same entries come again until they are stored; only a
 * message that the database refuses for its content goes to the dead-letter stream, and when it refuses one after the other none does.
 *
 * <p>Called by the subscription, one batch after the other; the next batch is read and decoded meanwhile. Memory is bound by what two reads
 * yield.
 *
 * @param <B> one message
 * @param <T> one item, one row
 */
final class HistoryWriter<B, T> implements StreamHandler<B> {

    private static final Logger LOG = LoggerFactory.getLogger(HistoryWriter.class);

    /** When so many messages are refused one after the other it is not the messages that are wrong. */
    private static final int REJECTIONS_IN_A_ROW = 3;

    private final HistoryStream<B, T> stream;
    private final TableCopy<T> table;
    private final JdbcTemplate database;
    private final Clock clock;
    private final HistoryProgress progress = new HistoryProgress();
    private final Counter stored;
    private final Counter retries;
    private final Counter missing;
    private final Counter lost;
    private @Nullable SequenceWatch<T> sequence;
    private boolean trimmed;
    private int rejectedInARow;

    HistoryWriter(HistoryStream<B, T> stream, DataSource database, Clock clock, MeterRegistry meters) {
        this.stream = stream;
        this.table = new TableCopy<>(database, stream.table());
        this.database = new JdbcTemplate(database);
        this.clock = clock;
        this.stored = counter(meters, AdapterMeter.HISTORY_STORED);
        this.retries = counter(meters, AdapterMeter.HISTORY_RETRIES);
        this.missing = counter(meters, AdapterMeter.HISTORY_MISSING);
        this.lost = counter(meters, AdapterMeter.HISTORY_LOST);
    }

    HistoryStream<B, T> stream() {
        return stream;
    }

    HistoryProgress.Moment progress() {
        return progress.now();
    }

    @Override
    public void handle(List<Envelope<B>> messages) throws SQLException, RejectedMessageException {
        try {
            SequenceWatch<T> watch = sequence();
            long rows = store(messages);
            stored.increment(rows);
            rejectedInARow = 0;
            progress.stored(rows, clock.instant());
            lookForHoles(watch, messages);
        } catch (SQLException | RuntimeException e) {
            if (DatabaseTrouble.isOfContent(e) && rejectedInARow < REJECTIONS_IN_A_ROW) {
                storeUpTo(messages);
            }
            retries.increment();
            progress.failed(DatabaseTrouble.text(e), clock.instant());
            throw e;
        }
    }

    @Override
    public void onTrimmed(TrimmedEntries gone) {
        trimmed = true;
        if (gone.entries() > 0 && stream.place() == null) {
            onMissing(0, gone.entries());
        }
    }

    private long store(List<Envelope<B>> messages) throws SQLException {
        return table.store(take -> {
            for (Envelope<B> message : messages) {
                stream.items().apply(message).forEach(take);
            }
        });
    }

    /** Finds the message that the database refuses: those before it are stored one by one. */
    private void storeUpTo(List<Envelope<B>> messages) throws SQLException, RejectedMessageException {
        for (int i = 0; i < messages.size(); i++) {
            try {
                store(List.of(messages.get(i)));
                rejectedInARow = 0;
            } catch (SQLException | RuntimeException e) {
                if (DatabaseTrouble.isOfContent(e)) {
                    rejectedInARow++;
                    throw new RejectedMessageException(i, DatabaseTrouble.text(e), e);
                }
                throw e;
            }
        }
    }

    private @Nullable SequenceWatch<T> sequence() {
        HistoryStream.Place<T> place = stream.place();
        if (sequence == null && place != null) {
            List<SequenceWatch<T>> newest = database.query(
                    "select connection, sequence from " + stream.table().name()
                            + " order by connection desc, sequence desc limit 1",
                    (row, _) -> new SequenceWatch<>(place, row.getLong(1), row.getLong(2)));
            sequence = newest.isEmpty() ? new SequenceWatch<>(place, 0, 0) : newest.getFirst();
        }
        return sequence;
    }

    private void lookForHoles(@Nullable SequenceWatch<T> watch, List<Envelope<B>> messages) {
        if (watch == null) {
            return;
        }
        long holes = 0;
        for (Envelope<B> message : messages) {
            holes += watch.missing(stream.items().apply(message));
        }
        if (holes > 0) {
            onMissing(holes, trimmed ? holes : 0);
        }
        trimmed = false;
    }

    private void onMissing(long items, long ofThemLost) {
        missing.increment(items);
        lost.increment(ofThemLost);
        progress.missing(items, ofThemLost, clock.instant());
        LOG.error(
                "history has a hole stream={} missing={} cause={}",
                stream.name(),
                Math.max(items, ofThemLost),
                ofThemLost > 0 ? "trimmed in Redis before they were stored" : "never published");
    }

    private Counter counter(MeterRegistry meters, AdapterMeter meter) {
        return meters.counter(meter.meterName(), "stream", stream.name());
    }
}

package com.quanticity.ibkr.execution.outbox;

import com.quanticity.ibkr.execution.sql.Columns;
import com.quanticity.ibkr.model.stream.Envelope;
import com.quanticity.ibkr.model.stream.ModelJson;
import com.quanticity.ibkr.model.stream.StreamName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table {@code outbox}. */
final class OutboxStore {

    private static final String ROW =
            "sequence, message_id, message_key, type, version, data, created_at, attempted_at, expires_at";

    private final JdbcClient jdbc;

    OutboxStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(StreamName stream, Envelope<?> message, @Nullable Instant expiresAt) {
        jdbc.sql("""
                insert into outbox (message_id, stream, message_key, type, version, data, created_at, expires_at, state)
                values (:id, :stream, :key, :type, :version, :data, :at, :expiresAt, 'WAITING')""")
                .param("id", message.id())
                .param("stream", stream.text())
                .param("key", message.key())
                .param("type", message.type())
                .param("version", message.version())
                .param("data", ModelJson.write(message.data()))
                .param("at", Columns.time(message.at()))
                .param("expiresAt", Columns.time(expiresAt))
                .update();
    }

    /** Takes the next messages for publication; from now on it is not certain that they were never published. */
    List<OutboxRow> claim(StreamName stream, int limit, Instant now) {
        return jdbc.sql("""
                with next as (
                    select sequence from outbox where stream = :stream and state = 'WAITING'
                    order by sequence limit :limit for update),
                claimed as (
                    update outbox set state = 'ATTEMPTED', attempted_at = coalesce(attempted_at, :now)
                    where sequence in (select sequence from next) and state = 'WAITING'
                    returning *)
                select %s from claimed order by sequence""".formatted(ROW))
                .param("stream", stream.text())
                .param("limit", limit)
                .param("now", Columns.time(now))
                .query(OutboxStore::row)
                .list();
    }

    /** Messages whose publication was begun and not confirmed. */
    List<OutboxRow> uncertain(StreamName stream) {
        return jdbc.sql("select %s from outbox where stream = :stream and state = 'ATTEMPTED' order by sequence"
                        .formatted(ROW))
                .param("stream", stream.text())
                .query(OutboxStore::row)
                .list();
    }

    /** Keys of messages that are certain not to be published and too old for it. */
    List<String> expiredKeys(StreamName stream, Instant now) {
        return jdbc.sql("""
                select message_key from outbox
                where stream = :stream and state = 'WAITING' and expires_at <= :now order by sequence""")
                .param("stream", stream.text())
                .param("now", Columns.time(now))
                .query((row, number) -> row.getString("message_key"))
                .list();
    }

    /** These messages are certain not to be in the stream. */
    void putBack(Collection<Long> sequences) {
        if (!sequences.isEmpty()) {
            jdbc.sql("""
                    update outbox set state = 'WAITING', attempted_at = null
                    where sequence in (:sequences) and state = 'ATTEMPTED'""").param("sequences", sequences).update();
        }
    }

    void published(Collection<Long> sequences, Instant now) {
        end(sequences, "PUBLISHED", now);
    }

    void failed(long sequence, Instant now) {
        end(List.of(sequence), "FAILED", now);
    }

    private void end(Collection<Long> sequences, String state, Instant now) {
        if (!sequences.isEmpty()) {
            jdbc.sql("update outbox set state = :state, ended_at = :now where sequence in (:sequences)")
                    .param("state", state)
                    .param("now", Columns.time(now))
                    .param("sequences", sequences)
                    .update();
        }
    }

    /** True when the key's expiring message was never tried and now never will be. */
    boolean withdrawExpiring(StreamName stream, String key, Instant now) {
        return withdraw(stream, key, now, "expires_at is not null") > 0;
    }

    /** Withdraws what else waits for the key. */
    void withdrawAll(StreamName stream, String key, Instant now) {
        withdraw(stream, key, now, "true");
    }

    /** A message of the key whose publication is uncertain may not be published again. */
    void expireUncertain(StreamName stream, String key, Instant now) {
        jdbc.sql("""
                update outbox set expires_at = least(expires_at, :now)
                where message_key = :key and stream = :stream and state = 'ATTEMPTED' and expires_at is not null""")
                .param("now", Columns.time(now))
                .param("key", key)
                .param("stream", stream.text())
                .update();
    }

    private int withdraw(StreamName stream, String key, Instant now, String condition) {
        return jdbc.sql("""
                update outbox set state = 'WITHDRAWN', ended_at = :now
                where message_key = :key and stream = :stream and state = 'WAITING' and\s""" + condition)
                .param("now", Columns.time(now))
                .param("key", key)
                .param("stream", stream.text())
                .update();
    }

    Optional<Instant> oldestUnsent(StreamName stream) {
        return jdbc.sql("""
                select created_at from outbox where stream = :stream and state in ('WAITING', 'ATTEMPTED')
                order by sequence limit 1""")
                .param("stream", stream.text())
                .query((row, number) -> Columns.instant(row, "created_at"))
                .optional();
    }

    int forgetEndedBefore(Instant time) {
        return jdbc.sql("delete from outbox where ended_at < :time and state <> 'FAILED'")
                .param("time", Columns.time(time))
                .update();
    }

    private static OutboxRow row(ResultSet row, int number) throws SQLException {
        return new OutboxRow(
                row.getLong("sequence"),
                row.getString("message_id"),
                row.getString("message_key"),
                row.getString("type"),
                row.getInt("version"),
                row.getString("data"),
                Columns.instant(row, "created_at"),
                Columns.instantOrNull(row, "attempted_at"),
                Columns.instantOrNull(row, "expires_at"));
    }
}

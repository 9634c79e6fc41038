package com.quanticity.ibkr.console.audit;

import com.quanticity.ibkr.model.audit.AuditEntry;
import com.quanticity.ibkr.model.audit.AuditLink;
import com.quanticity.ibkr.model.audit.ChainCheck;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The chain in {@code console.audit_log}. One writer at a time over all processes, by an advisory lock that ends with its transaction;
 * an entry that is there already is passed over. Thread-safe.
 */
public final class AuditStore {

    private static final long LOCK = 0x61756469745f6c6fL;
    private static final int PAGE = 1_000;

    private final JdbcTemplate database;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final String table;

    public AuditStore(JdbcTemplate database, PlatformTransactionManager transactions, Clock clock) {
        this(database, transactions, clock, "console");
    }

    /** @param schema that holds the chain */
    AuditStore(JdbcTemplate database, PlatformTransactionManager transactions, Clock clock, String schema) {
        this.table = schema + ".audit_log";
        this.database = database;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /**
     * Appends those entries that are not there yet, in this order, all or none.
     *
     * @throws org.springframework.dao.DataAccessException when the database did not confirm; appending them again is safe
     */
    public void append(List<AuditEntry> entries) {
        transaction.executeWithoutResult(_ -> appendLocked(entries));
    }

    private void appendLocked(List<AuditEntry> entries) {
        database.query("select pg_advisory_xact_lock(?)", _ -> {}, LOCK);
        Set<String> seen = seen(entries);
        Optional<AuditLink> head = head();
        List<AuditLink> links = new ArrayList<>(entries.size());
        for (AuditEntry entry : entries) {
            if (seen.add(entry.id())) {
                AuditLink link = head.map(last -> last.next(entry, clock.instant()))
                        .orElseGet(() -> AuditLink.first(entry, clock.instant()));
                head = Optional.of(link);
                links.add(link);
            }
        }
        database.batchUpdate(
                LinkRow.insertInto(table), links.stream().map(LinkRow::values).toList());
    }

    /** Takes links as they are, for a restored copy; they must continue what is there. */
    void restore(List<AuditLink> links) {
        transaction.executeWithoutResult(_ -> database.batchUpdate(
                LinkRow.insertInto(table), links.stream().map(LinkRow::values).toList()));
    }

    private Set<String> seen(List<AuditEntry> entries) {
        String[] ids = entries.stream().map(AuditEntry::id).toArray(String[]::new);
        return new HashSet<>(
                database.queryForList("select id from " + table + " where id = any (?)", String.class, (Object) ids));
    }

    /** The last link, empty before the first. */
    public Optional<AuditLink> head() {
        return one("select " + LinkRow.COLUMNS + " from " + table + " order by sequence desc limit 1");
    }

    /** The link at a place, empty when there is none. */
    public Optional<AuditLink> at(long sequence) {
        return one("select " + LinkRow.COLUMNS + " from " + table + " where sequence = ?", sequence);
    }

    private Optional<AuditLink> one(String sql, Object... arguments) {
        return database.query(sql, (row, _) -> LinkRow.read(row), arguments).stream()
                .findFirst();
    }

    /** Walks the whole chain. */
    public ChainCheck check() {
        ChainCheck check = ChainCheck.fromStart();
        walk(check, 0, Long.MAX_VALUE, _ -> {});
        return check;
    }

    /** Walks the chain behind a place, as far as it goes. */
    ChainCheck check(ChainCheck check, long after) {
        walk(check, after, Long.MAX_VALUE, _ -> {});
        return check;
    }

    /**
     * Walks what was stored on one day, UTC; the link before it is where the day must continue.
     *
     * @param each told every link that fits
     */
    public ChainCheck check(LocalDate day, Consumer<AuditLink> each) {
        OffsetDateTime from = day.atStartOfDay().atOffset(ZoneOffset.UTC);
        long before = highest("select max(sequence) from " + table + " where stored_at < ?", from);
        long last = highest("select max(sequence) from " + table + " where stored_at < ?", from.plusDays(1));
        ChainCheck check = at(before)
                .map(link -> ChainCheck.after(link.sequence(), link.hash()))
                .orElseGet(ChainCheck::fromStart);
        walk(check, before, last, each);
        return check;
    }

    private long highest(String sql, OffsetDateTime time) {
        Long sequence = database.queryForObject(sql, Long.class, time);
        return sequence == null ? 0 : sequence;
    }

    private void walk(ChainCheck check, long after, long last, Consumer<AuditLink> each) {
        long place = after;
        while (place < last) {
            List<AuditLink> page;
            try {
                page = page(place, last);
            } catch (UnreadableLinkException e) {
                walk(check, place, e.sequence() - 1, each);
                check.reject(e.sequence(), e.id(), String.valueOf(e.getMessage()));
                return;
            }
            for (AuditLink link : page) {
                if (!check.accept(link)) {
                    return;
                }
                each.accept(link);
            }
            if (page.size() < PAGE) {
                return;
            }
            place = page.getLast().sequence();
        }
    }

    private List<AuditLink> page(long after, long last) {
        return database.query(
                "select " + LinkRow.COLUMNS + " from " + table
                        + " where sequence > ? and sequence <= ? order by sequence limit ?",
                (row, _) -> LinkRow.read(row),
                after,
                last,
                PAGE);
    }
}

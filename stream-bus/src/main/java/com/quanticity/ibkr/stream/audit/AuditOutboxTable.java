package com.quanticity.ibkr.stream.audit;

import com.quanticity.ibkr.model.audit.AuditEntry;
import com.quanticity.ibkr.model.audit.AuditKind;
import com.quanticity.ibkr.model.audit.AuditReference;
import com.quanticity.ibkr.model.audit.AuditTimes;
import com.quanticity.ibkr.model.stream.MalformedMessageException;
import com.quanticity.ibkr.model.stream.ModelJson;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcOperations;

/** The table of an {@link AuditOutbox}. Adding is thread-safe, the rest belongs to the publishing thread. */
final class AuditOutboxTable {

    private static final Logger LOG = LoggerFactory.getLogger(AuditOutboxTable.class);

    private final JdbcOperations database;
    private final String name;
    private final Set<String> unreadable = new HashSet<>();

    AuditOutboxTable(JdbcOperations database, String name) {
        this.database = database;
        this.name = name;
    }

    void add(List<AuditEntry> entries) {
        database.batchUpdate(
                "insert into " + name + " (entry_id, entry) values (?, ?) on conflict (entry_id) do nothing",
                entries.stream()
                        .map(entry -> new Object[] {entry.id(), ModelJson.write(entry)})
                        .toList());
    }

    List<AuditEntry> oldest(int limit) {
        return database
                .query(
                        "select entry_id, entry from " + name
                                + " where not entry_id = any (?) order by position limit ?",
                        (row, _) -> entry(row.getString("entry_id"), row.getString("entry")),
                        unreadable.toArray(String[]::new),
                        limit)
                .stream()
                .filter(Objects::nonNull)
                .toList();
    }

    void remove(List<String> ids) {
        if (!ids.isEmpty()) {
            database.update("delete from " + name + " where entry_id = any (?)", (Object) ids.toArray(String[]::new));
        }
    }

    /** An entry as it stands in the table; written by a trigger its texts may still be of several lines. */
    private record Kept(
            String id,
            AuditKind kind,
            String service,
            String who,
            String what,
            AuditEntry.Outcome outcome,
            AuditReference reference,
            String detail,
            @Nullable String payload,
            AuditTimes times) {

        AuditEntry entry() {
            return AuditEntry.of(id, kind, service, who, what, outcome, reference, detail, payload, times);
        }
    }

    /** What a newer version wrote stays in the table until that version runs again. */
    private @Nullable AuditEntry entry(String id, String json) {
        try {
            return ModelJson.read(json, Kept.class).entry();
        } catch (MalformedMessageException | IllegalArgumentException e) {
            unreadable.add(id);
            LOG.error(
                    "audit entry stays in {}, this version cannot read it id={}; start the one that wrote it",
                    name,
                    id,
                    e);
            return null;
        }
    }
}

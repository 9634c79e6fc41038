package com.quanticity.ibkr.console.audit;

import com.quanticity.ibkr.console.audit.DayFile.Manifest;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;

/** The table {@code console.audit_exports}. Thread-safe. */
final class ExportedDays {

    private final JdbcTemplate database;

    ExportedDays(JdbcTemplate database) {
        this.database = database;
    }

    /** Days from the first link on, up to and including {@code last}, that have no row; oldest first. */
    List<LocalDate> missingUntil(LocalDate last) {
        LocalDate first = database.queryForObject(
                "select min((stored_at at time zone 'UTC')::date) from console.audit_log", LocalDate.class);
        Set<LocalDate> exported =
                new HashSet<>(database.queryForList("select day from console.audit_exports", LocalDate.class));
        List<LocalDate> missing = new ArrayList<>();
        for (LocalDate day = first; day != null && !day.isAfter(last); day = day.plusDays(1)) {
            if (!exported.contains(day)) {
                missing.add(day);
            }
        }
        return missing;
    }

    void add(Manifest manifest, String place, LocalDate retainUntil, boolean held) {
        database.update(
                """
                insert into console.audit_exports
                  (day, links, last_sequence, head_hash, file_sha256, place, retain_until, held, exported_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (day) do nothing""",
                manifest.day(),
                manifest.count(),
                manifest.lastSequence(),
                manifest.headHash(),
                manifest.fileSha256(),
                place,
                retainUntil,
                held,
                manifest.exportedAt().atOffset(ZoneOffset.UTC));
    }
}

package com.quanticity.ibkr.console.audit;

import com.quanticity.ibkr.console.audit.DayFile.Verdict;
import com.quanticity.ibkr.model.audit.AuditLink;
import com.quanticity.ibkr.model.audit.ChainCheck;
import com.quanticity.ibkr.model.stream.ModelJson;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.JdbcTemplate;

/** Loads exported days into an empty schema of their own and checks what is there then. Never touches the console's schema. */
final class Restore {

    private static final int BATCH = 1_000;

    private final DataSource database;
    private final AuditStore store;
    private final String schema;

    Restore(DataSource database, AuditStore store, String schema) {
        if (!schema.matches("[a-z][a-z0-9_]{0,62}")) {
            throw new IllegalArgumentException("--schema " + schema + " must be lower-case letters, digits and _");
        }
        this.database = database;
        this.store = store;
        this.schema = schema;
    }

    /**
     * Loads the days in the order given.
     *
     * @return the check of what the schema holds now, from the first day's manifest on
     * @throws IllegalArgumentException when the schema is there already or a file is not what its manifest says
     */
    ChainCheck load(List<DayFile> days) throws IOException {
        for (DayFile day : days) {
            Verdict verdict = day.verify();
            if (!verdict.problem().isEmpty()) {
                throw new IllegalArgumentException(day.links() + " is not restored: " + verdict.problem());
            }
        }
        makeSchema();
        for (DayFile day : days) {
            load(day);
        }
        DayFile.Manifest first = DayFile.manifestAt(days.getFirst().manifest());
        return store.check(ChainCheck.after(first.previousSequence(), first.previousHash()), first.previousSequence());
    }

    private void makeSchema() {
        Integer there = new JdbcTemplate(database)
                .queryForObject(
                        "select count(*) from information_schema.schemata where schema_name = ?",
                        Integer.class,
                        schema);
        if (there != null && there > 0) {
            throw new IllegalArgumentException(
                    "schema " + schema + " is there already; name one that is not, or drop it when it was a drill");
        }
        Flyway.configure()
                .dataSource(database)
                .schemas(schema)
                .defaultSchema(schema)
                .load()
                .migrate();
    }

    private void load(DayFile day) throws IOException {
        try (BufferedReader reader = Files.newBufferedReader(day.links())) {
            List<AuditLink> batch = new ArrayList<>();
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                batch.add(ModelJson.read(line, AuditLink.class));
                if (batch.size() == BATCH) {
                    store.restore(batch);
                    batch.clear();
                }
            }
            store.restore(batch);
        }
    }
}

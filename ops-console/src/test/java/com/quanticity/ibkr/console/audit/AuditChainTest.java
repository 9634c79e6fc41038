package com.quanticity.ibkr.console.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.quanticity.ibkr.model.audit.AuditEntry;
import com.quanticity.ibkr.model.audit.AuditEntry.Outcome;
import com.quanticity.ibkr.model.audit.AuditKind;
import com.quanticity.ibkr.model.audit.AuditLink;
import com.quanticity.ibkr.model.audit.AuditReference;
import com.quanticity.ibkr.model.audit.AuditTimes;
import com.quanticity.ibkr.model.order.OrderId;
import com.quanticity.ibkr.model.order.PermId;
import com.quanticity.ibkr.model.session.ClientId;
import com.quanticity.ibkr.model.stream.Ulid;
import com.quanticity.ibkr.test.FreshDatabase;
import com.quanticity.ibkr.test.RealPostgres;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;

class AuditChainTest {

    private static final Instant AT = Instant.parse("2026-01-05T14:30:00.123456789Z");
    private static final LocalDate DAY = LocalDate.of(2026, 1, 5);

    private final FreshDatabase database = RealPostgres.freshDatabase();
    private final DataSource connections = database.dataSource();
    private final JdbcTemplate sql = new JdbcTemplate(connections);
    private final AuditStore store = store(AT);
    private final Ulid ids = new Ulid(Clock.fixed(AT, ZoneOffset.UTC));
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @TempDir
    Path folder;

    @BeforeEach
    void migrate() {
        Flyway.configure()
                .dataSource(database.dataSource())
                .schemas("console")
                .defaultSchema("console")
                .load()
                .migrate();
    }

    @Test
    void readsBackWhatWasWritten() {
        AuditEntry full = new AuditEntry(
                ids.next(),
                AuditKind.ORDER_RESPONSE,
                "ibkr-adapter",
                "é",
                "executed",
                Outcome.RECEIVED,
                new AuditReference("c", ClientId.of(1), OrderId.of(7), PermId.of(9_876_543_210L), "e", "", "DU1"),
                "",
                "{\"a\":\"\\u0000 \uD83D\uDE00\"}\n",
                new AuditTimes(AT, AT.plusNanos(1_999), AT));

        store.append(List.of(full, entry("trader")));

        assertThat(store.at(1).map(AuditLink::entry)).contains(full);
        assertThat(store.check().broken()).isEmpty();
        assertThat(store.check().count()).isEqualTo(2);
    }

    @Test
    void recordsAnEntryOnce() {
        AuditEntry entry = entry("trader");

        store.append(List.of(entry, entry));
        store.append(List.of(entry, entry("officer")));

        assertThat(store.check().count()).isEqualTo(2);
    }

    @Test
    void keepsOneChainWithSeveralWriters() {
        try (ExecutorService writers = Executors.newFixedThreadPool(4)) {
            for (int i = 0; i < 40; i++) {
                AuditEntry entry = entry("writer " + i);
                writers.execute(() -> store(AT).append(List.of(entry)));
            }
        }

        assertThat(store.check().broken()).isEmpty();
        assertThat(store.check().count()).isEqualTo(40);
    }

    @Test
    void refusesChangesByTheServicesOwnRole() {
        fill(1);

        for (String change : List.of(
                "update console.audit_log set who = 'x'",
                "delete from console.audit_log",
                "truncate console.audit_log",
                "delete from console.audit_log_unchained")) {
            assertThatThrownBy(() -> sql.execute(change))
                    .isInstanceOf(DataAccessException.class)
                    .rootCause()
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void refusesChangesByARoleThatGaveItselfTheRight() {
        fill(1);
        sql.execute("grant update, delete, truncate on console.audit_log to current_user");

        assertThatThrownBy(() -> sql.execute("delete from console.audit_log")).hasMessageContaining("append-only");
    }

    @Test
    void findsEveryKindOfTampering() {
        fill(1_005);
        sql.execute("grant update, delete on console.audit_log to current_user");
        sql.execute("alter table console.audit_log disable trigger audit_log_append_only");

        assertThat(after("update console.audit_log set who = 'x' where sequence = 1003"))
                .startsWith("1003 altered");
        assertThat(after("update console.audit_log set who = ' trader' where sequence = 1002"))
                .startsWith("1002 altered");
        assertThat(after("update console.audit_log set kind = 'NONE' where sequence = 700"))
                .startsWith("700 altered");
        assertThat(after("delete from console.audit_log where sequence = 500")).startsWith("501 removed");
        assertThat(after("update console.audit_log set sequence = 9000 where sequence = 300;"
                        + "update console.audit_log set sequence = 300 where sequence = 301;"
                        + "update console.audit_log set sequence = 301 where sequence = 9000"))
                .startsWith("300 altered");
    }

    @Test
    void namesTheEntryThatASuperuserChanged() {
        fill(3);
        AuditLink victim = store.at(2).orElseThrow();

        RealPostgres.asSuperuser(database, "update console.audit_log set detail = 'never happened' where sequence = 2");

        assertThat(run("verify")).isEqualTo(1);
        assertThat(said()).contains("BROKEN after 1 links", "2", victim.entry().id());
        RealPostgres.asSuperuser(database, "update console.audit_log set detail = '' where sequence = 2");
        assertThat(run("verify")).isZero();
    }

    @Test
    void verifiesAndExportsADay() throws IOException {
        fill(3);
        store(AT.plusSeconds(86_400)).append(List.of(entry("tomorrow")));

        assertThat(run("export", "--day", "2026-01-05", "--to", folder.toString()))
                .isZero();
        assertThat(run("export", "--day", "2026-01-06", "--to", folder.toString()))
                .isZero();
        assertThat(run("verify", "--file", dayFile())).isZero();
        assertThat(run(
                        "verify",
                        "--file",
                        folder.resolve("audit-2026-01-06.jsonl").toString()))
                .isZero();
        assertThat(run("verify", "--day", "2026-01-06")).isZero();
        assertThat(said()).contains("whole, 3 links", "whole, 1 links");

        assertThat(run("export", "--day", "2026-01-05", "--to", folder.toString()))
                .isEqualTo(2);
        assertThat(said()).contains("never overwritten");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(Path.of(dayFile()))))
                .isEqualTo("r--r-----");
    }

    @Test
    void findsTamperingWithAnExportedDay() throws IOException {
        fill(4);
        run("export", "--day", "2026-01-05", "--to", folder.toString());
        List<String> lines = Files.readAllLines(Path.of(dayFile()));

        assertThat(verdictOn(lines)).contains("whole, 4 links");
        assertThat(verdictOn(lines.subList(0, 3))).contains("BROKEN", "the end was cut off");
        assertThat(verdictOn(lines.subList(1, 4))).contains("BROKEN", "removed");
        assertThat(verdictOn(List.of(lines.get(0), lines.get(2), lines.get(1), lines.get(3))))
                .contains("BROKEN", "removed");
        List<String> altered = new ArrayList<>(lines);
        altered.set(2, lines.get(2).replace("trader", "officer"));
        assertThat(verdictOn(altered)).contains("BROKEN", "altered");
        altered.set(2, lines.get(2) + " ");
        assertThat(verdictOn(altered)).contains("BROKEN", "bytes");
    }

    @Test
    void findsACutEndOfTheDatabaseByAManifest() throws IOException {
        fill(4);
        run("export", "--day", "2026-01-05", "--to", folder.toString());
        String manifest = folder.resolve("audit-2026-01-05.manifest.json").toString();
        assertThat(run("verify", "--against", manifest)).isZero();
        sql.execute("grant delete on console.audit_log to current_user");
        sql.execute("alter table console.audit_log disable trigger audit_log_append_only");
        sql.update("delete from console.audit_log where sequence = 4");

        assertThat(run("verify")).isZero();
        assertThat(run("verify", "--against", manifest)).isEqualTo(1);
        assertThat(said()).contains("the end was cut off");
    }

    @Test
    void saysWhatIsWrongWithACommand() {
        assertThat(run("verify", "--dya", "2026-01-05")).isEqualTo(2);
        assertThat(run("verify", "--day", "5.1.2026")).isEqualTo(2);
        assertThat(run("export", "--day", "2026-01-05")).isEqualTo(2);
        assertThat(said()).contains("'--dya' is no option", "write it as 2026-01-05", "--to is missing");
    }

    private String verdictOn(List<String> lines) throws IOException {
        Path copy = Files.createDirectories(folder.resolve("copy"));
        Files.write(copy.resolve("audit-2026-01-05.jsonl"), lines);
        Path manifest = copy.resolve("audit-2026-01-05.manifest.json");
        if (!Files.exists(manifest)) {
            Files.copy(folder.resolve("audit-2026-01-05.manifest.json"), manifest);
        }
        said.reset();
        run("verify", "--file", copy.resolve("audit-2026-01-05.jsonl").toString());
        return said();
    }

    private String dayFile() {
        return folder.resolve("audit-" + DAY + ".jsonl").toString();
    }

    private int run(String... arguments) {
        Map<String, String> environment = Map.of(
                "SPRING_DATASOURCE_URL", database.jdbcUrl(),
                "SPRING_DATASOURCE_USERNAME", database.username(),
                "SPRING_DATASOURCE_PASSWORD", database.password());
        Clock later = Clock.fixed(AT.plusSeconds(3 * 86_400), ZoneOffset.UTC);
        return new AuditCommand(environment, later, new PrintStream(said, true, StandardCharsets.UTF_8)).run(arguments);
    }

    private String said() {
        return said.toString(StandardCharsets.UTF_8);
    }

    /** The first break after a change that is taken back again. */
    private String after(String change) {
        sql.execute("create table kept as table console.audit_log");
        sql.execute(change);
        String broken = store.check()
                .broken()
                .map(link -> link.sequence() + " " + link.reason())
                .orElse("whole");
        sql.update("delete from console.audit_log");
        sql.update("insert into console.audit_log select * from kept");
        sql.execute("drop table kept");
        return broken;
    }

    private void fill(int entries) {
        List<AuditEntry> batch = new ArrayList<>();
        for (int i = 0; i < entries; i++) {
            batch.add(entry("trader"));
        }
        store.append(batch);
    }

    private AuditEntry entry(String who) {
        return AuditEntry.of(
                ids.next(),
                AuditKind.OPERATOR_ACTION,
                "ops-console",
                who,
                "HALT",
                Outcome.DONE,
                AuditReference.NONE,
                "",
                null,
                AuditTimes.of(AT));
    }

    private AuditStore store(Instant now) {
        return new AuditStore(sql, new JdbcTransactionManager(connections), Clock.fixed(now, ZoneOffset.UTC));
    }
}

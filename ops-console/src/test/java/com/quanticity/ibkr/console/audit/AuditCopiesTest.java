package com.quanticity.ibkr.console.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.jerolba.carpet.CarpetReader;
import com.quanticity.ibkr.console.alarm.ConsoleAlarms;
import com.quanticity.ibkr.console.audit.AuditProperties.Export;
import com.quanticity.ibkr.console.audit.AuditProperties.Hold;
import com.quanticity.ibkr.console.audit.AuditProperties.LockMode;
import com.quanticity.ibkr.console.audit.AuditProperties.Retention;
import com.quanticity.ibkr.console.audit.AuditProperties.Target;
import com.quanticity.ibkr.model.audit.AuditEntry;
import com.quanticity.ibkr.model.audit.AuditEntry.Outcome;
import com.quanticity.ibkr.model.audit.AuditKind;
import com.quanticity.ibkr.model.audit.AuditReference;
import com.quanticity.ibkr.model.audit.AuditTimes;
import com.quanticity.ibkr.model.ops.Alarm;
import com.quanticity.ibkr.model.ops.AlarmKind;
import com.quanticity.ibkr.model.order.OrderId;
import com.quanticity.ibkr.model.order.PermId;
import com.quanticity.ibkr.model.session.ClientId;
import com.quanticity.ibkr.model.stream.Ulid;
import com.quanticity.ibkr.stream.StreamBus;
import com.quanticity.ibkr.test.FreshDatabase;
import com.quanticity.ibkr.test.RealPostgres;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** Copies of the record: daily, restored, and extracts of executions. */
class AuditCopiesTest {

    private static final LocalDate DAY = LocalDate.of(2026, 1, 5);
    private static final Instant AT = Instant.parse("2026-01-05T14:30:00Z");

    private final FreshDatabase database = RealPostgres.freshDatabase();
    private final JdbcTemplate sql = new JdbcTemplate(database.dataSource());
    private final Ulid ids = new Ulid(Clock.fixed(AT, ZoneOffset.UTC));
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final LettuceConnectionFactory nowhere = new LettuceConnectionFactory("127.0.0.1", 1);

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

    @AfterEach
    void close() {
        nowhere.destroy();
    }

    @Test
    void exportsEveryMissedDayInOrderAndOnce() {
        store(AT).append(List.of(entry("HALT", null, null)));
        store(AT.plus(Duration.ofDays(2))).append(List.of(entry("RESUME", null, null)));
        ConsoleAlarms alarms = alarms();

        export(alarms, "2026-01-08T00:10:00Z").exportWhatIsOver();
        assertThat(exported()).containsExactly("2026-01-05", "2026-01-06");

        export(alarms, "2026-01-08T00:40:00Z").exportWhatIsOver();
        export(alarms, "2026-01-08T00:55:00Z").exportWhatIsOver();

        assertThat(exported()).containsExactly("2026-01-05", "2026-01-06", "2026-01-07");
        assertThat(folder.toFile().list()).hasSize(6);
        assertThat(run("verify", "--file", file(DAY.plusDays(2)))).isZero();
        assertThat(alarms.active()).isEmpty();
    }

    @Test
    void raisesAnAlarmAndLeavesNoHoleWhenADayDoesNotGo() throws IOException {
        store(AT).append(List.of(entry("HALT", null, null)));
        Files.writeString(Path.of(file(DAY)), "not ours");
        ConsoleAlarms alarms = alarms();

        export(alarms, "2026-01-08T01:00:00Z").exportWhatIsOver();
        assertThat(alarms.active()).extracting(Alarm::kind).containsExactly(AlarmKind.AUDIT_EXPORT_FAILED);
        assertThat(exported()).isEmpty();

        Files.delete(Path.of(file(DAY)));
        export(alarms, "2026-01-08T01:15:00Z").exportWhatIsOver();
        assertThat(alarms.active()).isEmpty();
        assertThat(exported()).hasSize(3);
    }

    @Test
    void doesNotExportADayThatWasChanged() {
        store(AT).append(List.of(entry("HALT", null, null)));
        sql.execute("grant update on console.audit_log to current_user");
        sql.execute("alter table console.audit_log disable trigger audit_log_append_only");
        sql.update("update console.audit_log set who = 'x'");
        ConsoleAlarms alarms = alarms();

        export(alarms, "2026-01-08T01:00:00Z").exportWhatIsOver();

        assertThat(alarms.active()).extracting(Alarm::kind).containsExactly(AlarmKind.AUDIT_CHAIN_BROKEN);
        assertThat(folder.toFile().list()).isEmpty();
    }

    @Test
    void saysWhatKeepsADay() {
        store(AT).append(List.of(entry("HALT", null, null)));
        export(alarms(), "2026-01-06T01:00:00Z").exportWhatIsOver();

        assertThat(keptBy("2031-12-01T00:00:00Z")).containsExactly("retention until 2032-01-05", "legal hold case 7");
        assertThat(keptBy("2032-01-05T00:00:00Z")).containsExactly("legal hold case 7");
        assertThat(report("2032-01-06T00:00:00Z").classes())
                .extracting(RetentionReport.RetentionClass::due)
                .containsExactly(0L, 1L, 0L);
    }

    @Test
    void restoresExportedDaysIntoAnEmptySchema() throws IOException {
        store(AT).append(List.of(entry("HALT", null, null), entry("RESUME", null, null)));
        store(AT.plus(Duration.ofDays(1))).append(List.of(entry("HALT", null, null)));
        export(alarms(), "2026-01-08T01:00:00Z").exportWhatIsOver();
        String files = file(DAY) + "," + file(DAY.plusDays(1));

        assertThat(run("restore", "--file", files, "--schema", "drill")).isZero();
        assertThat(said()).contains("whole, 3 links restored to schema drill");
        assertThat(sql.queryForObject("select max(hash) from drill.audit_log where sequence = 3", String.class))
                .isEqualTo(sql.queryForObject("select hash from console.audit_log where sequence = 3", String.class));

        assertThat(run("restore", "--file", files, "--schema", "drill")).isEqualTo(2);
        assertThat(said()).contains("is there already");
        assertThat(run("restore", "--file", file(DAY.plusDays(1)), "--schema", "second"))
                .isZero();
        assertThat(said()).contains("whole, 1 links restored to schema second");
    }

    @Test
    void extractsExecutionsWithCorrectionsAndClocks() throws IOException {
        store(AT.plusSeconds(5))
                .append(List.of(
                        entry(
                                "submit",
                                "ord",
                                "{\"order\":{\"clientOrderId\":\"ord\",\"strategy\":\"momentum\"},\"by\":\"ann\"}"),
                        entry(
                                "placeOrder",
                                "ord",
                                "{\"order\":{\"orderType\":\"LMT\",\"lmtPrice\":\"500.10\",\"tif\":\"DAY\"}}"),
                        execution("0001.01.01", "10", "500.10"),
                        execution("0001.01.01", "10", "500.10"),
                        execution("0001.01.02", "10", "500.05"),
                        of(
                                "execDetails",
                                null,
                                "0001.01.01",
                                "{\"contract\":{\"secType\":\"STK\",\"currency\":\"USD\"},"
                                        + "\"execution\":{\"time\":\"20260105 09:30:01 US/Eastern\",\"lastLiquidity\":2}}"),
                        of(
                                "commission-reported",
                                null,
                                "0001.01.01",
                                "{\"report\":{\"commission\":\"1.00\",\"currency\":\"USD\"}}")));
        Path csv = folder.resolve("day.csv");
        Path parquet = folder.resolve("day.parquet");

        assertThat(extract(csv)).isZero();
        assertThat(extract(parquet)).isZero();

        List<String> lines = Files.readAllLines(csv);
        assertThat(lines).hasSize(3);
        assertThat(lines.get(1))
                .startsWith("0001.01.01,0001.01,,true,ord,1,7,389211034,DU1,momentum,ann,")
                .contains(",STK,USD,BUY,10,500.10,10,500.10,ARCA,2,LMT,,500.10,DAY,1.00,USD,,2026-01-05T14:30:01Z,")
                .contains("20260105 09:30:01 US/Eastern,,2026-01-05T14:30:00Z,2026-01-05T14:30:05Z");
        assertThat(lines.get(2)).startsWith("0001.01.02,0001.01,0001.01.01,false,ord,");
        assertThat(new String(Files.readAllBytes(parquet), StandardCharsets.ISO_8859_1))
                .startsWith("PAR1")
                .endsWith("PAR1");
        assertThat(new CarpetReader<>(parquet.toFile(), Map.class).toList())
                .hasSize(2)
                .first()
                .satisfies(row -> assertThat(row.get("execId")).isEqualTo("0001.01.01"));
    }

    private int extract(Path file) {
        return run(
                "extract", "--from", "2026-01-05T00:00:00Z", "--to", "2026-01-06T00:00:00Z", "--out", file.toString());
    }

    private List<String> keptBy(String now) {
        return report(now).days().getFirst().keptBy();
    }

    private RetentionReport.Report report(String now) {
        return new RetentionReport(sql, properties(), clock(now)).report();
    }

    private DailyExport export(ConsoleAlarms alarms, String now) {
        AuditProperties properties = properties();
        return new DailyExport(
                store(Instant.parse(now)),
                new ExportedDays(sql),
                DayTarget.of(properties.export()),
                properties,
                alarms,
                clock(now),
                new SimpleMeterRegistry());
    }

    private AuditProperties properties() {
        AuditProperties.S3 none = new AuditProperties.S3(null, "", "", "", null, null, LockMode.COMPLIANCE);
        return new AuditProperties(
                Duration.ofMinutes(1),
                new Export(Target.FOLDER, folder.toString(), Duration.ofMinutes(30), none),
                new Retention(Period.ofYears(6), Period.ofYears(6), Period.ofYears(5)),
                List.of(new Hold("case 7", "2026-01-01", "2026-01-31")));
    }

    /** Redis is not there: alarms wait in memory. */
    private ConsoleAlarms alarms() {
        nowhere.afterPropertiesSet();
        nowhere.start();
        StreamBus bus =
                new StreamBus(new StringRedisTemplate(nowhere), "", Clock.systemUTC(), new SimpleMeterRegistry());
        return new ConsoleAlarms(bus, Clock.systemUTC(), new SimpleMeterRegistry());
    }

    private List<String> exported() {
        return sql.query("select day::text from console.audit_exports order by day", (row, _) -> row.getString(1));
    }

    private String file(LocalDate day) {
        return folder.resolve("audit-" + day + ".jsonl").toString();
    }

    private int run(String... arguments) {
        Map<String, String> environment = Map.of(
                "SPRING_DATASOURCE_URL", database.jdbcUrl(),
                "SPRING_DATASOURCE_USERNAME", database.username(),
                "SPRING_DATASOURCE_PASSWORD", database.password());
        said.reset();
        return new AuditCommand(
                        environment, clock("2026-01-09T00:00:00Z"), new PrintStream(said, true, StandardCharsets.UTF_8))
                .run(arguments);
    }

    private String said() {
        return said.toString(StandardCharsets.UTF_8);
    }

    private AuditEntry execution(String execId, String quantity, String price) {
        return of("executed", "ord", execId, """
                {"clientOrderId":"ord","execution":{"execId":"%s","clientId":1,"orderId":7,"permId":389211034,"account":"DU1",
                "contractId":756733,"symbol":"SPY","side":"BUY","quantity":"%s","price":"%s","cumulativeQuantity":"10",
                "averagePrice":"500.10","exchange":"ARCA"}}""".formatted(execId, quantity, price));
    }

    private AuditEntry entry(String what, @Nullable String order, @Nullable String payload) {
        return of(what, order, null, payload);
    }

    private AuditEntry of(String what, @Nullable String order, @Nullable String execId, @Nullable String payload) {
        boolean request = what.equals("submit") || what.equals("placeOrder");
        AuditKind kind = request
                ? AuditKind.ORDER_REQUEST
                : execId == null ? AuditKind.OPERATOR_ACTION : AuditKind.ORDER_RESPONSE;
        return AuditEntry.of(
                ids.next(),
                kind,
                "ibkr-adapter",
                "ann",
                what,
                Outcome.DONE,
                new AuditReference(order, ClientId.of(1), OrderId.of(7), PermId.of(389211034L), execId, null, "DU1"),
                "",
                payload,
                new AuditTimes(execId == null ? null : AT.plusSeconds(1), null, AT));
    }

    private AuditStore store(Instant now) {
        return new AuditStore(sql, new JdbcTransactionManager(database.dataSource()), clock(now.toString()));
    }

    private static Clock clock(String now) {
        return Clock.fixed(Instant.parse(now), ZoneOffset.UTC);
    }
}

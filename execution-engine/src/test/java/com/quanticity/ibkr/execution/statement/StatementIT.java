package com.quanticity.ibkr.execution.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.quanticity.ibkr.execution.PlayedAdapter;
import com.quanticity.ibkr.execution.RunningEngine;
import com.quanticity.ibkr.execution.RunningEngine.Answer;
import com.quanticity.ibkr.execution.SharedEngine;
import com.quanticity.ibkr.execution.reconcile.witness.BrokerPositions;
import com.quanticity.ibkr.model.audit.AuditEntry;
import com.quanticity.ibkr.model.contract.ContractId;
import com.quanticity.ibkr.model.dropcopy.DropCopyEvent;
import com.quanticity.ibkr.model.dropcopy.TradeOrigin;
import com.quanticity.ibkr.model.execution.Execution;
import com.quanticity.ibkr.model.order.OrderId;
import com.quanticity.ibkr.model.order.Side;
import com.quanticity.ibkr.model.session.ClientId;
import com.quanticity.ibkr.model.stream.Topics;
import com.quanticity.ibkr.test.FreshDatabase;
import com.quanticity.ibkr.test.RealPostgres;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Statements on the real service, from file to decision; each test has an account and a symbol of its own. */
@ExtendWith(SharedEngine.class)
class StatementIT {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final String MONDAY = "2026-03-02";

    private final RunningEngine engine;
    private final PlayedAdapter adapter;

    @TempDir
    Path folder;

    StatementIT(RunningEngine engine, PlayedAdapter adapter) {
        this.engine = engine;
        this.adapter = adapter;
    }

    @Test
    void aTradeThatOnlyTheStatementHasIsAdoptedOnceWithItsCommission() {
        imported(file("DU5550001", "ADO", 9001, trade("ADO", 9001, "adopt.1.01", 7), "7"));
        String id = discrepancy("ADO", "STATEMENT_TRADE");

        Answer adopted = decide(id, "adopt", "stated-1", by(1));
        Answer repeated = decide(id, "adopt", "stated-1", by(1));
        Answer again = decide(id, "adopt", "stated-2", by(1));

        assertThat(adopted.text("state")).isEqualTo("RESOLVED");
        assertThat(repeated.status()).isEqualTo(200);
        assertThat(again.text("code")).isEqualTo("DISCREPANCY_CHANGED");
        assertThat(engine.get("/api/v1/fills?symbol=ADO").body())
                .contains("\"origin\":\"STATEMENT\"", "\"execId\":\"adopt.1.01\"", "2026-03-02T14:30:01Z");
        assertThat(engine.get("/api/v1/positions?symbol=ADO").text("positions.0.commission"))
                .isEqualTo("1");

        engine.bean(StatementDesk.class).compareStanding();
        assertThat(engine.get("/api/v1/discrepancies?open=true&symbol=ADO").text("discrepancies.0.id"))
                .isEmpty();
        assertThat(engine.get("/api/v1/statements/" + MONDAY + "/report.csv").body())
                .contains("TRADE,DU5550001,9001,ADO,adopt.1.01,BUY 7 @ 10,unknown,BUY 7 @ 10,UNKNOWN");
        await().untilAsserted(() -> assertThat(onRecord()).contains("DISCREPANCY_ADOPT ann the desk's call"));
    }

    @Test
    void anAdoptedTradeThatTheApiTellsLaterCountsOnce() {
        imported(file("DU5550002", "LATER", 9002, trade("LATER", 9002, "later.1.01", 5), "5"));
        decide(discrepancy("LATER", "STATEMENT_TRADE"), "adopt", "stated-3", by(1));

        Execution told = new Execution(
                "later.1.01",
                ClientId.of(0),
                OrderId.of(0),
                null,
                "DU5550002",
                ContractId.of(9002),
                "LATER",
                Side.BUY,
                new BigDecimal("5"),
                BigDecimal.TEN,
                new BigDecimal("5"),
                null,
                "ARCA",
                Instant.parse("2026-03-02T14:30:01Z"));
        adapter.publish(
                Topics.DROPCOPY_EVENT, new DropCopyEvent.ExecutionSeen(told, "", TradeOrigin.MANUAL, Instant.now()));

        await().until(() -> engine.get("/api/v1/statements/" + MONDAY + "/report.csv")
                .body()
                .contains("later.1.01,BUY 5 @ 10,BUY 5 @ 10,BUY 5 @ 10,AGREES"));
        assertThat(engine.get("/api/v1/positions?symbol=LATER").text("positions.0.quantity"))
                .isEqualTo("5");
    }

    @Test
    void aCorrectionOfAPositionBelongsToTheDayOfTheStatement() {
        imported(file("DU5550003", "COR", 9003, "", "4"));
        String id = discrepancy("COR", "STATEMENT_POSITION");

        assertThat(decide(id, "adopt", "stated-4", by(1)).text("code")).isEqualTo("DECISION_NOT_POSSIBLE");
        assertThat(decide(id, "ignore", "stated-5", """
                        {"by":"ann","reason":"wait","version":1,"until":"2020-01-01T00:00:00Z"}""").text("code")).isEqualTo("DECISION_NOT_POSSIBLE");
        decide(id, "correct", "stated-6", """
                {"by":"ann","reason":"transfer","version":1,"side":"BUY","quantity":"4","price":"9.5"}""");
        engine.bean(StatementDesk.class).compareStanding();

        assertThat(engine.get("/api/v1/discrepancies/" + id).text("discrepancy.state"))
                .isEqualTo("CLEARED");
        assertThat(engine.get("/api/v1/fills?symbol=COR").body()).contains("2026-03-03T04:59:59.999Z");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update execution.discrepancy_decisions set reason = 'x'",
                "delete from execution.discrepancy_decisions",
                "truncate execution.statements",
                "update execution.statements set imported_by = 'x'"
            })
    void theServicesOwnRoleCannotChangeWhatIsOnRecord(String change) {
        assertThatThrownBy(() -> engine.jdbc().sql(change).update())
                .rootCause()
                .hasMessageContaining("permission denied");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "adopt   | {}",
                "adopt   | {'by':' ','reason':'r','version':1}",
                "adopt   | {'by':'ann','reason':'','version':1}",
                "adopt   | {'by':'ann','reason':'r','version':0}",
                "adopt   | {'by':'ann','reason':'r','version':1,'price':'-1'}",
                "ignore  | {'by':'ann','reason':'r','version':1}",
                "ignore  | {'by':'ann','reason':'r','version':1,'until':'tomorrow'}",
                "correct | {'by':'ann','reason':'r','version':1,'side':'BUY','quantity':'0','price':'1'}",
                "correct | {'by':'ann','reason':'r','version':1,'side':'MAYBE','quantity':'1','price':'1'}",
                "correct | {'by':'ann','reason':'r','version':1,'side':'BUY','quantity':'1'}"
            })
    void refusesADecisionThatIsNotWhole(String action, String body) {
        Answer answer = decide("01K9ZZZZZZZZZZZZZZZZZZZZZZ", action, "stated-bad", body.replace('\'', '"'));

        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(answer.text("detail")).isNotEmpty();
    }

    @Test
    void refusesWhatItCannotFindOrRead() {
        assertThat(decide("01K9ZZZZZZZZZZZZZZZZZZZZZZ", "adopt", "stated-7", by(1))
                        .status())
                .isEqualTo(404);
        assertThat(decide("01K9ZZZZZZZZZZZZZZZZZZZZZZ", "adopt", "", by(1)).text("code"))
                .isEqualTo("IDEMPOTENCY_KEY_MISSING");
        assertThat(engine.postXml("/api/v1/statements?by=ann", "<Other/>").text("code"))
                .isEqualTo("UNREADABLE_STATEMENT");
        assertThat(engine.postXml("/api/v1/statements", file("DU1", "X", 1, "", "1"))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void takesFilesOfTheFolderOnceAndPutsAsideWhatItCannotRead() throws IOException {
        String whole = file("DU5550004", "FOLDER", 9004, trade("FOLDER", 9004, "folder.1.01", 3), "3");
        settled("b.xml", whole);
        settled("c.xml", "<FlexQueryResponse/>");
        settled("notes.txt", "ours");
        Files.writeString(folder.resolve("d.xml"), "<FlexQ");
        StatementFolder statements = new StatementFolder(folder, engine.bean(StatementDesk.class), Clock.systemUTC());

        statements.look();
        settled("again.xml", whole);
        statements.look();

        try (var files = Files.walk(folder)) {
            assertThat(files.filter(Files::isRegularFile)
                            .map(file -> folder.relativize(file).toString()))
                    .containsExactlyInAnyOrder("read/b.xml", "read/again.xml", "refused/c.xml", "notes.txt", "d.xml");
        }
        assertThat(engine.get("/api/v1/statements?account=DU5550004").text("statements.1.account"))
                .isEmpty();
        discrepancy("FOLDER", "STATEMENT_TRADE");
    }

    @Test
    void missesTheStatementOfABusinessDayOfEachAccountThatHeldSomething() throws IOException {
        JdbcClient jdbc = ownDatabase();
        jdbc.sql("""
                insert into fills (exec_id, exec_family, revision, place, current, strategy, account, contract_id, symbol, side, quantity,
                    price, exchange, executed_at, client_id, order_id, recorded_at, origin)
                values ('m.1.01', 'm.1', 1, 1, true, 'external', 'DU5550005', 1, 'M', 'BUY', 5, 10, 'ARCA', '2026-03-05T15:00:00Z', 0, 0,
                    now(), 'MANUAL')""").update();
        jdbc.sql("""
                insert into positions (account, contract_id, symbol, quantity, cost, realized_pnl, commission, updated_at)
                values ('DU5550005', 1, 'M', 5, 50, 0, 0, now())""").update();
        Path holidays = Files.writeString(folder.resolve("holidays"), "2026-03-09 a holiday\n");

        // Thursday bought; Friday held; weekend and the Monday's holiday have none; Tuesday's is not due yet.
        MissingStatements missing = missing(jdbc, holidays, "2026-03-11T11:00:00Z");
        assertThat(missing.find().keySet()).containsExactly("missing 2026-03-05", "missing 2026-03-06");
        assertThat(missing(jdbc, holidays, "2026-03-11T13:00:00Z").find().keySet())
                .containsExactly("missing 2026-03-05", "missing 2026-03-06", "missing 2026-03-10");

        FlexReader.read(new ByteArrayInputStream(file("DU5550005", "M", 1, "", "5")
                        .replace("20260302", "20260306")
                        .getBytes(StandardCharsets.UTF_8)))
                .forEach(statement -> new Statements(jdbc).keep(statement, "d", "test", "ann", Instant.EPOCH));
        assertThat(missing.find().keySet()).containsExactly("missing 2026-03-05");
    }

    private MissingStatements missing(JdbcClient jdbc, Path holidays, String now) {
        return new MissingStatements(
                new Statements(jdbc),
                new BookedDays(jdbc, engine.bean(BrokerPositions.class), NEW_YORK),
                BusinessDays.of(holidays),
                NEW_YORK,
                LocalTime.of(8, 0),
                Clock.fixed(Instant.parse(now), ZoneOffset.UTC));
    }

    private static JdbcClient ownDatabase() {
        FreshDatabase database = RealPostgres.freshDatabase();
        PGSimpleDataSource source = (PGSimpleDataSource) database.dataSource();
        source.setCurrentSchema("execution");
        Flyway.configure()
                .dataSource(database.dataSource())
                .schemas("execution")
                .defaultSchema("execution")
                .load()
                .migrate();
        return JdbcClient.create(source);
    }

    private void imported(String file) {
        Answer answer = engine.postXml("/api/v1/statements?by=ann", file);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    private String discrepancy(String symbol, String kind) {
        String path = "/api/v1/discrepancies?open=true&symbol=" + symbol + "&kind=" + kind;
        await().until(() -> !engine.get(path).text("discrepancies.0.id").isEmpty());
        return engine.get(path).text("discrepancies.0.id");
    }

    private Answer decide(String id, String action, String key, String body) {
        return engine.send("POST", "/api/v1/discrepancies/" + id + "/" + action, key, body);
    }

    private List<String> onRecord() {
        List<String> told = new ArrayList<>();
        adapter.bus().read(Topics.AUDIT_ENTRY, Instant.EPOCH, Instant.now().plusSeconds(60), message -> {
            AuditEntry entry = message.data();
            told.add(entry.what() + " " + entry.who() + " " + entry.detail());
        });
        return told;
    }

    private void settled(String name, String text) throws IOException {
        Path file = Files.writeString(folder.resolve(name), text);
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(60)));
    }

    private static String by(int version) {
        return """
                {"by":"ann","reason":"the desk's call","version":%d}""".formatted(version);
    }

    private static String trade(String symbol, int contractId, String execId, int quantity) {
        return """
                <Trade symbol="%s" conid="%d" tradeDate="20260302" dateTime="20260302;093001" quantity="%d" tradePrice="10"
                ibCommission="-1.00" ibCommissionCurrency="USD" buySell="BUY" ibExecID="%s" levelOfDetail="EXECUTION"/>""".formatted(symbol, contractId, quantity, execId);
    }

    private static String file(String account, String symbol, int contractId, String trades, String position) {
        return """
                <FlexQueryResponse><FlexStatements><FlexStatement accountId="%s" fromDate="20260302" toDate="20260302">
                <Trades>%s</Trades>
                <OpenPositions><OpenPosition symbol="%s" conid="%d" position="%s" levelOfDetail="SUMMARY"/></OpenPositions>
                </FlexStatement></FlexStatements></FlexQueryResponse>""".formatted(account, trades, symbol, contractId, position);
    }
}

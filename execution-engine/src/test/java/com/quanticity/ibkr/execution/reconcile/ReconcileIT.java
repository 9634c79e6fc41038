package com.quanticity.ibkr.execution.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.quanticity.ibkr.execution.PlayedAdapter;
import com.quanticity.ibkr.execution.RunningEngine;
import com.quanticity.ibkr.execution.RunningEngine.Answer;
import com.quanticity.ibkr.execution.SharedEngine;
import com.quanticity.ibkr.model.contract.ContractId;
import com.quanticity.ibkr.model.dropcopy.DropCopyEvent;
import com.quanticity.ibkr.model.dropcopy.TradeOrigin;
import com.quanticity.ibkr.model.execution.CommissionReport;
import com.quanticity.ibkr.model.execution.Execution;
import com.quanticity.ibkr.model.execution.ExecutionEvent;
import com.quanticity.ibkr.model.order.OrderId;
import com.quanticity.ibkr.model.order.PermId;
import com.quanticity.ibkr.model.order.Side;
import com.quanticity.ibkr.model.position.Position;
import com.quanticity.ibkr.model.reconcile.InstrumentLock;
import com.quanticity.ibkr.model.session.ClientId;
import com.quanticity.ibkr.model.stream.ModelJson;
import com.quanticity.ibkr.model.stream.RedisKeys;
import com.quanticity.ibkr.model.stream.Topics;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Comparison, lock and decisions on real servers; each test trades a contract of its own. */
@ExtendWith(SharedEngine.class)
class ReconcileIT {

    private static final String ACCOUNT = "DU7654321";

    private final RunningEngine engine;
    private final PlayedAdapter adapter;

    ReconcileIT(RunningEngine engine, PlayedAdapter adapter) {
        this.engine = engine;
        this.adapter = adapter;
    }

    @AfterEach
    void forgetWitnesses() {
        adapter.redis()
                .delete(List.of(
                        adapter.bus().prefix() + RedisKeys.POSITIONS,
                        adapter.bus().prefix() + RedisKeys.POSITIONS_AS_OF));
    }

    @Test
    void aLastingDifferenceLocksTheInstrumentUntilItIsAdopted() {
        brokerHolds(901, "ADOPT", "12");
        String id = discrepancy("ADOPT");
        await().until(() -> isLocked("ADOPT"));
        assertThat(engine.get("/api/v1/locks").body()).contains("\"symbol\":\"ADOPT\"", id);

        String body = """
                {"by":"alice","reason":"transfer from the old broker","version":1,"price":"10.50"}""";
        Answer adopted = engine.post("/api/v1/discrepancies/" + id + "/adopt", "adopt-1", body);
        Answer repeated = engine.post("/api/v1/discrepancies/" + id + "/adopt", "adopt-1", body);

        assertThat(adopted.text("state")).isEqualTo("RESOLVED");
        assertThat(repeated.status()).isEqualTo(200);
        await().until(() -> stateOf(id).equals("CLEARED") && !isLocked("ADOPT"));
        assertThat(engine.get("/api/v1/positions?account=" + ACCOUNT + "&symbol=ADOPT")
                        .text("positions.0.quantity"))
                .isEqualTo("12");
        assertThat(engine.get("/api/v1/fills?account=" + ACCOUNT + "&symbol=ADOPT")
                        .body())
                .contains("\"origin\":\"ADJUSTMENT\"");
        assertThat(engine.get("/api/v1/discrepancies/" + id).text("decisions.0.by"))
                .isEqualTo("alice");
    }

    @Test
    void whatIsIgnoredUnlocksAndACorrectionIsBooked() {
        brokerHolds(902, "LEAVE", "3");
        String id = discrepancy("LEAVE");

        Answer ignored = engine.post("/api/v1/discrepancies/" + id + "/ignore", "ignore-1", """
                {"by":"alice","reason":"settles tomorrow","version":1,"until":"%s"}""".formatted(
                        Instant.now().plusSeconds(600)));
        assertThat(ignored.text("state")).isEqualTo("IGNORED");
        await().until(() -> !isLocked("LEAVE"));

        Answer stale = engine.post("/api/v1/discrepancies/" + id + "/correct", "correct-1", correction(1));
        assertThat(stale.text("code")).isEqualTo("DISCREPANCY_CHANGED");
        Answer corrected = engine.post("/api/v1/discrepancies/" + id + "/correct", "correct-2", correction(2));
        assertThat(corrected.text("state")).isEqualTo("RESOLVED");
        await().until(() -> stateOf(id).equals("CLEARED"));
    }

    @Test
    void withoutAWitnessNothingIsConcluded() {
        brokerHolds(903, "GONE", "5");
        String id = discrepancy("GONE");

        forgetWitnesses();

        await().until(() -> engine.get("/api/v1/reconciliation")
                .text("witnesses.positions.known")
                .equals("false"));
        assertThat(stateOf(id)).isEqualTo("OPEN");
        assertThat(engine.post("/api/v1/discrepancies/" + id + "/adopt", "adopt-2", """
                        {"by":"alice","reason":"guess","version":1,"price":"1"}""")
                        .text("code"))
                .isEqualTo("DECISION_NOT_POSSIBLE");
    }

    @Test
    void fillsFromOutsideAreAdoptedOnceWithTheirOriginHoweverTheyCome() {
        Execution manual = execution("0000m.1.01", "6", "20");
        adapter.says(new com.quanticity.ibkr.model.order.OrderEvent.Executed(null, manual, Instant.now()));
        seen(manual, TradeOrigin.LIQUIDATION);
        seen(manual, TradeOrigin.LIQUIDATION);
        adapter.publish(
                Topics.DROPCOPY_EVENT,
                new DropCopyEvent.CommissionSeen(
                        new CommissionReport("0000m.1.01", new BigDecimal("1.25"), "USD", null), Instant.now()));
        // A correction that comes before what it corrects, then a bust.
        seen(execution("0000m.2.02", "3", "21"), TradeOrigin.MANUAL);
        seen(execution("0000m.2.01", "4", "21"), TradeOrigin.MANUAL);
        seen(execution("0000m.3.01", "9", "21"), TradeOrigin.MANUAL);
        seen(execution("0000m.3.02", "0", "21"), TradeOrigin.MANUAL);

        String positions = "/api/v1/positions?account=" + ACCOUNT + "&symbol=OUTSIDE";
        await().until(() -> engine.get(positions).text("positions.0.commission").equals("1.25")
                && engine.get(positions).text("positions.0.quantity").equals("9"));
        await().until(() -> engine.get("/api/v1/fills?account=" + ACCOUNT + "&symbol=OUTSIDE")
                .body()
                .contains("\"origin\":\"LIQUIDATION\""));
    }

    @Test
    void whatTheDropCopySaysOtherwiseLaterIsItsSide() {
        seen(execution("0000n.1.01", "OTHERWISE", 905, "4", "20"), TradeOrigin.MANUAL);
        seen(execution("0000n.1.01", "OTHERWISE", 905, "3", "20"), TradeOrigin.MANUAL);
        seen(execution("0000n.2.01", "OTHERWISE", 905, "1", "20"), TradeOrigin.MANUAL);

        await().until(() -> sidesOf("0000n.1.01").equals(List.of("4", "3"))
                && sidesOf("0000n.2.01").equals(List.of("1", "1")));
        assertThat(engine.jdbc()
                        .sql(
                                "select count(*) from execution.unsettled_fills where exec_family in ('0000n.1', '0000n.2')")
                        .query(Integer.class)
                        .single())
                .as("the drop copy is not complete, so nothing is settled")
                .isEqualTo(2);
    }

    /** Quantities of an execution in the ledger and in the drop copy. */
    private List<String> sidesOf(String execId) {
        return engine.jdbc()
                .sql("""
                        select 1 as side, quantity from execution.fills where exec_id = :id
                        union all select 2, quantity from execution.witnessed_fills where exec_id = :id order by side""")
                .param("id", execId)
                .query((row, number) -> row.getBigDecimal("quantity").toPlainString())
                .list();
    }

    private String discrepancy(String symbol) {
        String path = "/api/v1/discrepancies?open=true&symbol=" + symbol;
        await().until(() -> !engine.get(path).text("discrepancies.0.id").isEmpty());
        await().untilAsserted(() ->
                assertThat(adapter.events()).hasAtLeastOneElementOfType(ExecutionEvent.DiscrepancyChanged.class));
        return engine.get(path).text("discrepancies.0.id");
    }

    private String stateOf(String id) {
        return engine.get("/api/v1/discrepancies/" + id).text("discrepancy.state");
    }

    private boolean isLocked(String symbol) {
        return adapter.bus().last(Topics.RECONCILE_LOCK).stream()
                .flatMap(message -> message.data().locks().stream())
                .map(InstrumentLock::symbol)
                .anyMatch(symbol::equals);
    }

    private void seen(Execution execution, TradeOrigin origin) {
        adapter.publish(Topics.DROPCOPY_EVENT, new DropCopyEvent.ExecutionSeen(execution, "", origin, Instant.now()));
    }

    private void brokerHolds(int contractId, String symbol, String quantity) {
        Position position = new Position(
                ACCOUNT, ContractId.of(contractId), symbol, new BigDecimal(quantity), BigDecimal.TEN, Instant.now());
        String prefix = adapter.bus().prefix();
        adapter.redis()
                .opsForHash()
                .put(prefix + RedisKeys.POSITIONS, ACCOUNT + "|" + contractId, ModelJson.write(position));
        adapter.redis()
                .opsForValue()
                .set(prefix + RedisKeys.POSITIONS_AS_OF, Instant.now().toString());
    }

    private static String correction(int version) {
        return """
                {"by":"bob","reason":"late fill by phone","version":%d,"side":"BUY","quantity":"3","price":"10"}""".formatted(version);
    }

    private static Execution execution(String execId, String quantity, String price) {
        return execution(execId, "OUTSIDE", 904, quantity, price);
    }

    private static Execution execution(String execId, String symbol, int contractId, String quantity, String price) {
        return new Execution(
                execId,
                ClientId.of(0),
                OrderId.of(0),
                PermId.of(5),
                ACCOUNT,
                ContractId.of(contractId),
                symbol,
                Side.BUY,
                new BigDecimal(quantity),
                new BigDecimal(price),
                new BigDecimal(quantity),
                null,
                "ARCA",
                null);
    }
}

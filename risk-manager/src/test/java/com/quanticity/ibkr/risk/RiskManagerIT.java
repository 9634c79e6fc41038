package com.quanticity.ibkr.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.quanticity.ibkr.gateway.LocalRefusal;
import com.quanticity.ibkr.gateway.SendOutcome;
import com.quanticity.ibkr.gateway.contract.GatewayContract;
import com.quanticity.ibkr.gateway.order.GatewayOrder;
import com.quanticity.ibkr.gateway.request.OrderRequest.PlaceOrder;
import com.quanticity.ibkr.gateway.session.GatewaySession;
import com.quanticity.ibkr.model.dropcopy.DropCopyEvent;
import com.quanticity.ibkr.model.position.AccountValue;
import com.quanticity.ibkr.model.position.Position;
import com.quanticity.ibkr.model.session.SessionEvent;
import com.quanticity.ibkr.model.session.SessionState;
import com.quanticity.ibkr.model.stream.ModelJson;
import com.quanticity.ibkr.model.stream.RedisKeys;
import com.quanticity.ibkr.model.stream.StreamName;
import com.quanticity.ibkr.model.stream.Topics;
import com.quanticity.ibkr.simulator.ConnectivityNotice;
import com.quanticity.ibkr.simulator.GatewaySimulator;
import com.quanticity.ibkr.simulator.SimulatorConfig;
import com.quanticity.ibkr.simulator.SimulatorStartException;
import com.quanticity.ibkr.simulator.matching.OrderRules;
import com.quanticity.ibkr.test.RealPostgres;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.awaitility.core.ConditionFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** The whole service on real Redis, PostgreSQL and sockets, against the simulator. */
class RiskManagerIT {

    private static final String ACCOUNT = "DU1234567";
    private static final String SPY = ACCOUNT + "|756733";
    private static final String ACTIVE = "--ibkr.risk.initial-trading-state=ACTIVE";

    @TempDir
    private Path folder = Path.of("");

    private final RealStores stores = new RealStores();
    private GatewaySimulator simulator = GatewaySimulator.start(SimulatorConfig.defaults());
    private final int port = simulator.port();

    @AfterEach
    void close() {
        simulator.close();
        stores.close();
    }

    @Test
    void accountFiguresReachStreamKeyAndTable() {
        try (RunningService service = start(ACTIVE)) {
            awaitReady(service);
            soon().until(() -> stores.hash(RedisKeys.ACCOUNT_SUMMARY).size() == 9);

            assertThat(stores.hash(RedisKeys.ACCOUNT_SUMMARY))
                    .containsOnlyKeys(
                            ACCOUNT + "|AccountType",
                            ACCOUNT + "|TotalCashValue",
                            ACCOUNT + "|NetLiquidation",
                            ACCOUNT + "|BuyingPower",
                            ACCOUNT + "|AvailableFunds",
                            ACCOUNT + "|ExcessLiquidity",
                            ACCOUNT + "|InitMarginReq",
                            ACCOUNT + "|MaintMarginReq",
                            ACCOUNT + "|ExchangeRate|USD");
            assertThat(stores.published(Topics.ACCOUNT_VALUE))
                    .filteredOn(value -> value.tag().equals("TotalCashValue"))
                    .extracting(value -> new BigDecimal(value.value()))
                    .first()
                    .satisfies(cash -> assertThat(cash).isEqualByComparingTo("1000000"));
            soon().until(() -> stores.rows("select * from ib_account_summary").size() == 9);
            assertThat(service.get("/api/v1/account/summary").body()).contains("\"ageSeconds\":");
            soon().untilAsserted(() -> assertThat(stores.published(Topics.AUDIT_ENTRY))
                    .extracting(entry -> entry.kind() + " " + entry.what())
                    .contains("TRADING_STATE ACTIVE", "SESSION READY"));
        }
    }

    @Test
    void fillOfAnotherClientChangesThePosition() {
        try (RunningService service = start(ACTIVE);
                Trader trader = new Trader(port)) {
            awaitReady(service);
            assertThat(stores.hash(RedisKeys.POSITIONS)).isEmpty();
            assertThat(stores.redis().hasKey(stores.bus().prefix() + RedisKeys.POSITIONS_AS_OF))
                    .isTrue();

            trader.trade("BUY", "SPY", "100");
            soon().until(() -> quantityOfSpy().equals("100"));
            soon().untilAsserted(() -> assertThat(
                            service.get("/api/v1/account/positions").body())
                    .containsPattern("\"quantity\":\"100\",\"averageCost\":\"\\d+(\\.\\d+)?\""));

            trader.trade("SELL", "SPY", "100");
            soon().until(() -> stores.hash(RedisKeys.POSITIONS).isEmpty());

            assertThat(stores.published(Topics.ACCOUNT_POSITION).getLast().quantity())
                    .isEqualByComparingTo("0");
            soon().untilAsserted(() -> assertThat(stores.rows("select quantity from ib_positions"))
                    .extracting(row -> String.valueOf(row.get("quantity")))
                    .containsExactly("0"));
        }
    }

    @Test
    void dropCopySeesTheOrdersAndFillsOfAnotherClient() {
        OrderRules rules = OrderRules.defaults().withMasterClientId(2);
        simulator.close();
        simulator = GatewaySimulator.start(SimulatorConfig.defaults()
                .withPort(port)
                .withOrders(SimulatorConfig.defaults().orders().withRules(rules)));
        try (RunningService service = start(ACTIVE);
                Trader trader = new Trader(port)) {
            awaitReady(service);
            trader.trade("BUY", "SPY", "100");

            soon().until(() -> !stores.rows("select * from drop_copy where kind = 'COMMISSION'")
                    .isEmpty());
            assertThat(stores.published(Topics.DROPCOPY_EVENT))
                    .hasAtLeastOneElementOfType(DropCopyEvent.Complete.class)
                    .hasAtLeastOneElementOfType(DropCopyEvent.OrderSeen.class)
                    .hasAtLeastOneElementOfType(DropCopyEvent.CommissionSeen.class)
                    .filteredOn(DropCopyEvent.ExecutionSeen.class::isInstance)
                    .isNotEmpty();
            assertThat(stores.redis().hasKey(stores.bus().prefix() + RedisKeys.DROP_COPY_ORDERS_AS_OF))
                    .isTrue();
            assertThat(service.get("/api/v1/drop-copy/orders").body()).contains("\"known\":true");
            assertThat(service.get("/api/v1/drop-copy/executions").body()).contains("\"symbol\":\"SPY\"");

            simulator.announce(ConnectivityNotice.LOST);
            soon().until(() -> service.get("/api/v1/drop-copy/orders").body().contains("\"known\":false"));
        }
    }

    @Test
    void gatewayThatIsKilledAndComesBackZeroesNothing() {
        restartSimulator(folder.resolve("state.json"));
        try (RunningService service = start(ACTIVE)) {
            awaitReady(service);
            buySpy();
            soon().until(() -> quantityOfSpy().equals("100"));

            simulator.close();
            soon().until(() -> service.get("/api/v1/account/positions").body().contains("\"known\":false"));
            assertThat(quantityOfSpy()).isEqualTo("100");

            restartSimulator(folder.resolve("state.json"));
            awaitReady(service);
            soon().until(() -> service.get("/api/v1/account/positions").body().contains("\"known\":true"));

            assertThat(stores.published(Topics.ACCOUNT_POSITION))
                    .allSatisfy(position -> assertThat(position.quantity()).isPositive());
            assertThat(quantityOfSpy()).isEqualTo("100");
        }
    }

    @Test
    void positionThatIsGoneWhenTheGatewayIsBackIsClosed() {
        try (RunningService service = start(ACTIVE)) {
            awaitReady(service);
            buySpy();
            soon().until(() -> quantityOfSpy().equals("100"));

            simulator.close();
            restartSimulator(null);

            soon().until(() -> stores.hash(RedisKeys.POSITIONS).isEmpty());
            assertThat(stores.published(Topics.ACCOUNT_POSITION).getLast())
                    .satisfies(position -> assertThat(position.quantity()).isZero());
        }
    }

    @Test
    void positionClosedWhileTheServiceWasDownIsClosedAtItsStart() {
        try (RunningService service = start(ACTIVE)) {
            awaitReady(service);
            buySpy();
            soon().until(() -> !stores.rows("select * from ib_positions").isEmpty());
        }
        simulator.close();
        restartSimulator(null);

        try (RunningService service = start(ACTIVE)) {
            awaitReady(service);
            soon().untilAsserted(() -> assertThat(
                            stores.published(Topics.ACCOUNT_POSITION).getLast().quantity())
                    .isZero());
        }
    }

    @Test
    void lostBrokerMakesPositionsUnknownUntilTheyAreReadAgain() {
        try (RunningService service = start(ACTIVE)) {
            awaitReady(service);
            buySpy();
            soon().until(() -> quantityOfSpy().equals("100"));

            simulator.announce(ConnectivityNotice.LOST);
            soon().until(() -> service.bean(GatewaySession.class).state() == SessionState.BROKER_DOWN);
            soon().until(() -> service.get("/api/v1/account/positions").body().contains("\"known\":false"));

            simulator.announce(ConnectivityNotice.RESTORED_DATA_KEPT);
            awaitReady(service);
            soon().until(() -> service.get("/api/v1/account/positions").body().contains("\"known\":true"));
            assertThat(stores.published(Topics.ACCOUNT_POSITION).getLast().quantity())
                    .isEqualByComparingTo("100");
        }
    }

    @Test
    void summaryIsAskedForAgainAndStaysYoung() {
        try (RunningService service = start(ACTIVE, "--ibkr.account.summary-refresh=1s")) {
            awaitReady(service);
            soon().untilAsserted(() -> assertThat(
                            service.get("/actuator/prometheus").body())
                    .doesNotContain("outcome=\"Refused\"", "outcome=\"Silent\"")
                    .containsPattern("risk_account_summary_requests_total\\{.*outcome=\"Answered\".*} [4-9]"));
            Instant start = Instant.now();
            soon().until(() -> receivedAt("NetLiquidation").isAfter(start));
        }
    }

    @Test
    void haltOverRestHoldsOverARestart() {
        try (RunningService service = start(ACTIVE)) {
            awaitReady(service);
            soon().until(() ->
                    service.getWithoutToken("/actuator/health/trading").statusCode() == 200);

            assertThat(service.post("/api/v1/trading-state/halt", """
                            {"by":"alice","reason":"drill"}""").body())
                    .contains("\"outcome\":\"DONE\"", "\"state\":\"HALTED\"");

            assertThat(service.getWithoutToken("/actuator/health/trading").statusCode())
                    .isEqualTo(503);
            assertThat(service.getWithoutToken("/actuator/health/readiness").statusCode())
                    .isEqualTo(200);
            soon().until(() -> service.get("/api/v1/trading-state").body().contains("\"stored\":true"));
        }
        assertThat(sessionStates()).endsWith(SessionState.READY, SessionState.CLOSED);

        try (RunningService service = start(ACTIVE)) {
            assertThat(service.get("/api/v1/trading-state").body())
                    .contains("\"state\":\"HALTED\"", "\"version\":2", "\"by\":\"alice\"", "\"reason\":\"drill\"");
            assertThat(service.get("/api/v1/trading-state/history").body())
                    .containsSubsequence("\"version\":2", "\"version\":1");
        }
    }

    @Test
    void badRequestsAreAnsweredWithWhatToDo() {
        try (RunningService service = start(ACTIVE)) {
            assertThat(service.getWithoutToken("/api/v1/trading-state").statusCode())
                    .isEqualTo(401);
            assertThat(service.getWithoutToken("/v3/api-docs").body())
                    .contains("\"/api/v1/limits/proposals\"", "\"averageCost\":{\"type\":\"string\"");
            assertThat(service.post("/api/v1/trading-state/halt", "{\"by\":\"alice\"}"))
                    .satisfies(answer -> assertThat(answer.statusCode()).isEqualTo(400))
                    .satisfies(answer -> assertThat(answer.body()).contains("reason"));
            assertThat(service.get("/api/v1/trading-state/history?limit=0").statusCode())
                    .isEqualTo(400);
            assertThat(service.get("/api/v1/trading-state").body()).contains("\"state\":\"ACTIVE\"");
        }
    }

    @Test
    void sessionRefusesOrdersUnderThisId() {
        try (RunningService service = start(ACTIVE)) {
            awaitReady(service);

            SendOutcome outcome = service.bean(GatewaySession.class)
                    .send(new PlaceOrder(
                            1,
                            GatewayContract.stock("SPY", "", "USD"),
                            GatewayOrder.market("BUY", BigDecimal.ONE).build()));

            assertThat(outcome)
                    .isInstanceOfSatisfying(
                            SendOutcome.Refused.class,
                            refused -> assertThat(refused.refusal()).isEqualTo(LocalRefusal.MAY_NOT_TRADE));
            assertThat(stores.redis().hasKey(stores.bus().prefix() + StreamName.ORDER_COMMAND.text()))
                    .isFalse();
        }
    }

    @Test
    void startsAndHaltsWithoutAGateway() {
        simulator.close();
        try (RunningService service = start(ACTIVE)) {
            assertThat(service.getWithoutToken("/actuator/health/readiness").statusCode())
                    .isEqualTo(200);
            assertThat(service.post("/api/v1/trading-state/halt", """
                            {"by":"alice","reason":"drill"}""").body()).contains("\"outcome\":\"DONE\"");
            soon().untilAsserted(() -> assertThat(sessionStates()).contains(SessionState.CONNECTING));
        }
    }

    @Test
    void haltsAndAnswersWhileTheDatabaseIsAway() {
        try (RunningService service = start(ACTIVE)) {
            RealPostgres.stop();

            assertThat(service.post("/api/v1/trading-state/halt", """
                            {"by":"alice","reason":"drill"}""").body())
                    .contains("\"outcome\":\"DONE\"", "\"stored\":false");
            assertThat(service.getWithoutToken("/actuator/health/readiness").statusCode())
                    .isEqualTo(200);
            assertThat(service.get("/api/v1/trading-state/history"))
                    .satisfies(answer -> assertThat(answer.statusCode()).isEqualTo(503))
                    .satisfies(answer -> assertThat(answer.body()).contains("DATABASE_AWAY"));

            RealPostgres.start();
            soon().until(() -> service.get("/api/v1/trading-state").body().contains("\"stored\":true"));
        } finally {
            RealPostgres.start();
        }
    }

    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void doesNotStartWithoutAnInitialState(CapturedOutput output) {
        assertThatThrownBy(() -> start().close());

        assertThat(output.toString())
                .containsPattern(
                        "cannot start: .*ibkr.risk.initial-trading-state must be ACTIVE or HALTED, was not set");
    }

    private RunningService start(String... more) {
        return RunningService.start(stores.database(), stores.bus().prefix(), port, more);
    }

    private void restartSimulator(@Nullable Path stateFile) {
        simulator.close();
        SimulatorConfig config = SimulatorConfig.defaults().withPort(port).withStateFile(stateFile);
        soon().ignoreExceptionsInstanceOf(SimulatorStartException.class).until(() -> {
            simulator = GatewaySimulator.start(config);
            return true;
        });
    }

    private void buySpy() {
        try (Trader trader = new Trader(port)) {
            trader.trade("BUY", "SPY", "100");
        }
    }

    private void awaitReady(RunningService service) {
        soon().until(() -> service.bean(GatewaySession.class).state() == SessionState.READY);
    }

    private String quantityOfSpy() {
        String json = stores.hash(RedisKeys.POSITIONS).get(SPY);
        return json == null
                ? "none"
                : ModelJson.read(json, Position.class).quantity().toPlainString();
    }

    private Instant receivedAt(String tag) {
        String json = stores.hash(RedisKeys.ACCOUNT_SUMMARY).get(ACCOUNT + "|" + tag);
        return json == null
                ? Instant.EPOCH
                : ModelJson.read(json, AccountValue.class).at();
    }

    private List<SessionState> sessionStates() {
        return stores.published(Topics.SESSION_EVENT).stream()
                .map(SessionEvent::state)
                .toList();
    }

    private static ConditionFactory soon() {
        return await().atMost(Duration.ofSeconds(30));
    }
}

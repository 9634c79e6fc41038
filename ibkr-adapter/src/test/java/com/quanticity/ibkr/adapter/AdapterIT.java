package com.quanticity.ibkr.adapter;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.quanticity.ibkr.adapter.gate.limit.LimitBook;
import com.quanticity.ibkr.adapter.risk.TradingStateView;
import com.quanticity.ibkr.gateway.capture.CapturedFrame;
import com.quanticity.ibkr.gateway.capture.WireCaptureFormat;
import com.quanticity.ibkr.gateway.capture.WireTap.Direction;
import com.quanticity.ibkr.model.ops.OpsCommand;
import com.quanticity.ibkr.model.ops.OpsReply;
import com.quanticity.ibkr.model.order.CancelScope;
import com.quanticity.ibkr.model.order.ClientOrderId;
import com.quanticity.ibkr.model.order.Order;
import com.quanticity.ibkr.model.order.OrderChange;
import com.quanticity.ibkr.model.order.OrderCommand;
import com.quanticity.ibkr.model.order.OrderEvent;
import com.quanticity.ibkr.model.order.OrderGroup;
import com.quanticity.ibkr.model.order.OrderTerms;
import com.quanticity.ibkr.model.order.OrderType;
import com.quanticity.ibkr.model.order.Side;
import com.quanticity.ibkr.model.risk.DenialReason;
import com.quanticity.ibkr.model.risk.Limit;
import com.quanticity.ibkr.model.risk.LimitKind;
import com.quanticity.ibkr.model.risk.RiskScope;
import com.quanticity.ibkr.model.risk.TradingState;
import com.quanticity.ibkr.model.session.ClientId;
import com.quanticity.ibkr.model.session.SessionEvent;
import com.quanticity.ibkr.model.session.SessionGap;
import com.quanticity.ibkr.model.session.SessionState;
import com.quanticity.ibkr.model.stream.Envelope;
import com.quanticity.ibkr.model.stream.Topics;
import com.quanticity.ibkr.model.stream.Ulid;
import com.quanticity.ibkr.stream.StreamSubscription;
import com.quanticity.ibkr.stream.TailFrom;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Quotes, contracts and orders of the whole service. */
class AdapterIT extends AdapterHarness {

    private static final String SIMULATED_ACCOUNT = "DU1234567";

    @Autowired
    TradingStateView tradingState;

    @Autowired
    LimitBook limits;

    @Test
    void storesEveryQuoteOfTheStreamOnce() {
        await().atMost(PATIENCE).until(() -> stored() > 200);

        assertNoHole(connection());
    }

    @Test
    void keepsWhatHappenedToTheSessionsOfAllClientIdsOnce() {
        Instant at = Instant.parse("2026-04-13T19:27:04Z");
        Envelope<SessionEvent> event =
                Topics.SESSION_EVENT.envelope(new Ulid(Clock.systemUTC()).next(), at, "2", endOfAGap(at));
        bus.publish(Topics.SESSION_EVENT, event);
        bus.publish(Topics.SESSION_EVENT, event);

        await().untilAsserted(() -> assertThat(
                        database.queryForList(
                                "select component, state, gap_cause, gap_from from adapter.ib_session_events where client_id = 2"))
                .singleElement()
                .hasToString("{component=risk-manager, state=READY, gap_cause=BROKER_LINK_LOST, gap_from="
                        + Timestamp.from(at.minusSeconds(60)) + "}"));
        assertThat(database.queryForList(
                        "select state from adapter.ib_session_events where client_id = 1 order by at", String.class))
                .contains("CONNECTING", "SYNCHRONISING", "READY");
    }

    private static SessionEvent endOfAGap(Instant at) {
        return new SessionEvent(
                        ClientId.of(2), "risk-manager", SessionState.READY, "127.0.0.1:4002", 200, 7, null, "ready", at)
                .withGap(new SessionGap(
                        SessionGap.Cause.BROKER_LINK_LOST, "1100", 7, 7, at.minusSeconds(60), at, false, 0));
    }

    @Test
    void publishesContractsAndGoesOnWithoutAnUnknownOne() throws IOException, InterruptedException {
        assertThat(database.queryForList("select symbol from adapter.ib_contract_reference order by 1", String.class))
                .containsExactly("AAPL", "SPY");
        Integer contractId = database.queryForObject(
                "select contract_id from adapter.ib_contract_reference where symbol = 'SPY'", Integer.class);
        assertThat(redis.opsForValue().get("ib:contract:" + contractId)).contains("\"SPY\"");
        assertThat(get("/api/v1/contracts"))
                .contains("\"entry\":\"NOSUCH\",\"state\":\"UNRESOLVED\"", "broker said 200");
        assertThat(get("/api/v1/subscriptions")).contains("\"symbol\":\"AAPL\"", "\"state\":\"LIVE\"");
        assertThat(get("/actuator/health")).contains("NOSUCH: broker said 200");
    }

    @Test
    void keepsTheBookOfThePermanentDepthSymbolAndPublishesIt() throws IOException, InterruptedException {
        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(get("/api/v1/depth/SPY/book")).contains("\"requestId\":9001", "\"isValid\":true"));
        assertThat(bus.last(Topics.MARKET_DEPTH)).isPresent();
        assertThat(get("/actuator/prometheus")).contains("ib_mktdepth_active{", "symbol=\"SPY\"} 1.0");
    }

    @Test
    void fillsAMarketOrder() {
        ClientOrderId id = submit("SPY", OrderType.MARKET, "10", null);

        awaitKinds(id, "Accepted", "Executed", "CommissionReported");
        await().atMost(PATIENCE).until(() -> journal(id).equals("FILLED"));
        BigDecimal filled = database.queryForObject(
                "select sum(quantity) from adapter.ib_executions where client_order_id = ?",
                BigDecimal.class,
                id.value());
        assertThat(filled).isEqualByComparingTo("10");
        assertThat(database.queryForList(
                        "select executed_at from adapter.ib_executions where client_order_id = ? and executed_at is null",
                        id.value()))
                .isEmpty();
    }

    @Test
    void restsALimitOrderAndCancelsItEvenWhenHalted() {
        ClientOrderId id = submit("AAPL", OrderType.LIMIT, "10", "1.00");
        awaitKinds(id, "Accepted", "Working");

        risk().say(TradingState.HALTED);
        // Two streams: the order could overtake the state.
        await().atMost(PATIENCE)
                .until(() -> tradingState
                        .fresh()
                        .filter(now -> now.state() == TradingState.HALTED)
                        .isPresent());
        ClientOrderId denied = submit("AAPL", OrderType.LIMIT, "10", "1.00");
        awaitKinds(denied, "Denied");
        command(new OrderCommand.Cancel(id, "test"));

        awaitKinds(id, "Cancelled");
        assertThat(last(denied, OrderEvent.Denied.class).reason()).isEqualTo(DenialReason.TRADING_HALTED);
        await().atMost(PATIENCE).until(() -> journal(id).equals("CANCELLED"));
    }

    @Test
    void deniesWhenTheRiskManagerIsSilent() {
        risk().fallSilent();

        await().atMost(PATIENCE).pollInterval(Duration.ofSeconds(1)).until(() -> {
            ClientOrderId id = submit("SPY", OrderType.LIMIT, "1", "1.00");
            awaitAny(id, "Denied", "Accepted");
            return kinds(id).contains("Denied")
                    && last(id, OrderEvent.Denied.class).reason() == DenialReason.TRADING_STATE_UNKNOWN;
        });
    }

    @Test
    void deniesASymbolThatWasNotResolved() {
        ClientOrderId id = submit("NOSUCH", OrderType.MARKET, "10", null);

        awaitKinds(id, "Denied");
        assertThat(last(id, OrderEvent.Denied.class).reason()).isEqualTo(DenialReason.UNKNOWN_SYMBOL);
    }

    @Test
    void reportsTheBrokersRejection() {
        ClientOrderId id = submit("SPY", OrderType.MARKET, "900000", null);

        awaitKinds(id, "Rejected");
        assertThat(last(id, OrderEvent.Rejected.class).code()).isEqualTo(201);
        await().atMost(PATIENCE).until(() -> journal(id).equals("REJECTED"));
    }

    @Test
    void showsTheMetersTheCustomerNamed() throws IOException, InterruptedException {
        ClientOrderId id = submit("SPY", OrderType.MARKET, "900000", null);
        awaitKinds(id, "Rejected");

        String meters = get("/actuator/prometheus");

        assertThat(meters)
                .containsPattern("(?m)^ib_connection_status\\{[^}]*client_id=\"1\"[^}]*} 1\\.0$")
                .containsPattern("(?m)^ib_clientid_active\\{[^}]*client_id=\"1\"[^}]*} 1\\.0$")
                .containsPattern("(?m)^ib_message_rate_per_sec\\{[^}]*} [0-9.]+$")
                .containsPattern("(?m)^ib_order_error_total\\{code=\"201\"[^}]*} [1-9]");
    }

    @Test
    void tellsItsGatewayAndWhoHoldsTheClientId() throws IOException, InterruptedException {
        assertThat(send("POST", "/actuator/gatewaychoice", "no-token", "{}").statusCode())
                .isEqualTo(401);
        assertThat(get("/actuator/gatewaychoice")).contains("\"role\":\"PRIMARY\"", "\"standing\":\"PROVEN\"");
        HttpResponse<String> noBackup = send(
                "POST",
                "/actuator/gatewaychoice",
                TOKEN,
                "{\"role\":\"backup\",\"reason\":\"drill\",\"evenWithWorkingOrders\":true}");
        assertThat(noBackup.statusCode()).isEqualTo(409);
        assertThat(noBackup.body()).contains("ibkr.gateway.backup");
    }

    @Test
    void recordsTheWireOnDemand() throws IOException, InterruptedException {
        assertThat(send("POST", "/actuator/wirecapture", "no-token", "{}").statusCode())
                .isEqualTo(401);
        HttpResponse<String> started =
                send("POST", "/actuator/wirecapture", TOKEN, "{\"maxSize\":\"1MB\",\"duration\":\"1m\"}");
        assertThat(started.body()).contains("\"state\":\"RUNNING\"");
        assertThat(send("POST", "/actuator/wirecapture", TOKEN, "{}").statusCode())
                .isEqualTo(409);
        assertThat(send("POST", "/actuator/wirecapture", TOKEN, "{\"maxSize\":\"1TB\"}")
                        .statusCode())
                .isEqualTo(400);

        awaitKinds(submit("AAPL", OrderType.MARKET, "1", null), "Executed");

        assertThat(send("DELETE", "/actuator/wirecapture", TOKEN, "").body()).contains("\"state\":\"ENDED\"");
        List<CapturedFrame> frames = get("/actuator/wirecapture/file")
                .lines()
                .map(WireCaptureFormat::parse)
                .flatMap(Optional::stream)
                .toList();
        assertThat(frames).extracting(CapturedFrame::direction).contains(Direction.IN, Direction.OUT);
        assertThat(frames)
                .extracting(frame -> new String(frame.bytes(), ISO_8859_1))
                .anyMatch(text -> text.contains("DU0000001"))
                .noneMatch(text -> text.contains(SIMULATED_ACCOUNT));
    }

    @Test
    void echoesAHaltOnceItIsInForce() {
        List<OpsReply> replies = new CopyOnWriteArrayList<>();
        try (StreamSubscription heard =
                bus.tail(Topics.OPS_REPLY, TailFrom.OLDEST, message -> replies.add(message.data()))) {
            String commandId = ids.next();
            bus.publish(Topics.OPS_COMMAND, "firm", new OpsCommand.Halt(commandId, "test", "because"));
            risk().say(TradingState.HALTED);

            await().atMost(PATIENCE)
                    .until(() -> replies.stream()
                            .anyMatch(reply -> reply.commandId().equals(commandId)
                                    && reply.outcome() == OpsReply.Outcome.DONE
                                    && reply.component().equals("ibkr-adapter")));
            assertThat(heard).isNotNull();
        }
    }

    private String get(String path) throws IOException, InterruptedException {
        return send("GET", path, TOKEN, "").body();
    }

    private HttpResponse<String> send(String method, String path, String token, String body)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }

    @Test
    void everyTypeInEveryLifetimeReachesTheGatewayAsItIsMeant() {
        gateway().witness().startTranscript();
        List<Order> orders = SampleOrders.ofEveryKind(ids, "AAPL", Instant.now());

        orders.forEach(order -> command(new OrderCommand.Submit(order, "test")));

        orders.forEach(
                order -> awaitAny(order.clientOrderId(), "Working", "Executed", "Cancelled", "Rejected", "Denied"));
        List<String> echoed = gateway().witness().transcript();
        gateway().witness().endTranscript();
        assertThat(orders).allSatisfy(order -> {
            assertThat(kinds(order.clientOrderId())).as(order.toString()).doesNotContain("Denied", "Rejected");
            assertThat(echoed).as(order.toString()).anyMatch(frame -> SampleOrders.isEchoOf(frame, order));
        });
        command(new OrderCommand.CancelAll(CancelScope.EVERYTHING, "test", "test"));
        orders.forEach(order -> await().atMost(PATIENCE)
                .until(() -> List.of("CANCELLED", "FILLED", "REJECTED").contains(journal(order.clientOrderId()))));
    }

    @Test
    void bracketsLiveChangeAndDieTogether() {
        Order entry = SampleOrders.order(ids, "AAPL", Side.BUY, new OrderTerms.Limit(new BigDecimal("1.00")));
        Order target = SampleOrders.order(ids, "AAPL", Side.SELL, new OrderTerms.Limit(new BigDecimal("9000.00")));
        Order stop = SampleOrders.order(ids, "AAPL", Side.SELL, new OrderTerms.Stop(new BigDecimal("0.50")));
        OrderGroup bracket = OrderGroup.bracket(ids.next(), entry, List.of(target, stop));

        command(new OrderCommand.SubmitGroup(bracket, "test"));
        bracket.orders().forEach(order -> awaitKinds(order.clientOrderId(), "Accepted", "Working"));
        command(new OrderCommand.Modify(
                entry.clientOrderId(), ids.next(), OrderChange.limit(new BigDecimal("1.10")), "test"));
        awaitKinds(entry.clientOrderId(), "ModifyPending", "Modified");
        assertThat(gateway().state().openOrders())
                .filteredOn(open -> open.orderRef().equals(entry.clientOrderId().value()))
                .singleElement()
                .satisfies(open -> assertThat(open.limit()).isEqualByComparingTo("1.10"));
        command(new OrderCommand.Cancel(entry.clientOrderId(), "test"));

        bracket.orders().forEach(order -> awaitKinds(order.clientOrderId(), "Cancelled"));
    }

    @Test
    void holdsNewOrdersAndChangesToTightLimitsUntilTheyAreRaised() {
        limitQuantity("5");
        ClientOrderId tooMany = submit("AAPL", OrderType.LIMIT, "6", "1.00");
        awaitKinds(tooMany, "Denied");
        OrderEvent.Denied denied = last(tooMany, OrderEvent.Denied.class);
        assertThat(List.of(denied.reason().name(), denied.value(), denied.limit()))
                .containsExactly("ORDER_QUANTITY", "6", "ORDER_QUANTITY 5 of instrument:AAPL");
        ClientOrderId resting = submit("AAPL", OrderType.LIMIT, "5", "1.00");
        awaitKinds(resting, "Working");

        command(new OrderCommand.Modify(resting, ids.next(), OrderChange.quantity(new BigDecimal("6")), "test"));
        awaitKinds(resting, "ModifyFailed");
        assertThat(last(resting, OrderEvent.ModifyFailed.class).code()).isEqualTo("ORDER_QUANTITY");
        limitQuantity("6");
        command(new OrderCommand.Modify(resting, ids.next(), OrderChange.quantity(new BigDecimal("6")), "test"));
        awaitKinds(resting, "Modified");
        limitQuantity("0");
        command(new OrderCommand.Cancel(resting, "test"));
        awaitKinds(resting, "Cancelled");
        limitQuantity("1000000");
    }

    private void limitQuantity(String most) {
        Limit limit = Limit.of(RiskScope.instrument("AAPL"), LimitKind.ORDER_QUANTITY, most);
        risk().limit(limit);
        await().atMost(PATIENCE)
                .until(() ->
                        Objects.requireNonNull(limits.last()).limits().limits().contains(limit));
    }

    @ParameterizedTest
    @CsvSource({"OPEN_ORDER_END, true", "EXECUTION_DATA_END, true", "POSITION_END, false"})
    void sendsNoOrderBeforeAllOfTheEarlierOnesIsToldAndNoIdTwice(String heldBack, boolean positionsKnown)
            throws Exception {
        ClientOrderId resting = submit("AAPL", OrderType.LIMIT, "1", "1.00");
        awaitKinds(resting, "Working");
        gateway().faults().messages().delay(heldBack, 1, 1, Duration.ofSeconds(3));
        gateway().faults().rollBackOrderIds(1);

        gateway().dropClient(1);
        awaitState(SessionState.SYNCHRONISING);
        await().during(Duration.ofMillis(300))
                .untilAsserted(() -> assertThat(get("/api/v1/gate")).contains("\"positionsKnown\":" + positionsKnown));
        ClientOrderId early = submit("AAPL", OrderType.LIMIT, "1", "1.00");
        command(new OrderCommand.Cancel(resting, "test"));

        awaitKinds(early, "Denied");
        assertThat(last(early, OrderEvent.Denied.class).reason()).isEqualTo(DenialReason.RECOVERY_INCOMPLETE);
        awaitKinds(resting, "Cancelled");
        awaitState(SessionState.READY);
        await().atMost(PATIENCE).until(() -> hasQuote("AAPL"));
        ClientOrderId next = submit("AAPL", OrderType.LIMIT, "1", "1.00");
        awaitKinds(next, "Working");
        assertThat(database.queryForList(
                        "select order_id from adapter.ib_order_journal where order_id is not null", Integer.class))
                .doesNotHaveDuplicates();
        command(new OrderCommand.Cancel(next, "test"));
        awaitKinds(next, "Cancelled");
    }

    @Test
    void tellsTheMarginOfAnOrderThatIsNeverPlaced() {
        Order order = SampleOrders.order(ids, "SPY", Side.BUY, OrderTerms.MARKET);
        int before = gateway().witness().report().orders().size();

        command(new OrderCommand.Preview(order, "test"));

        awaitKinds(order.clientOrderId(), "Previewed");
        OrderEvent.Previewed told = last(order.clientOrderId(), OrderEvent.Previewed.class);
        assertThat(told.outcome()).as(told.toString()).isEqualTo(OrderEvent.PreviewOutcome.ANSWERED);
        assertThat(Objects.requireNonNull(told.preview()).initialMargin().change())
                .isNotNull();
        assertThat(gateway().witness().report().orders()).hasSize(before);
    }
}

package com.quanticity.ibkr.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.quanticity.ibkr.model.contract.ContractLeg;
import com.quanticity.ibkr.model.contract.ContractSpec;
import com.quanticity.ibkr.model.contract.OptionRight;
import com.quanticity.ibkr.model.contract.SecurityType;
import com.quanticity.ibkr.model.order.CancelScope;
import com.quanticity.ibkr.model.order.ClientOrderId;
import com.quanticity.ibkr.model.order.Lifetime;
import com.quanticity.ibkr.model.order.Order;
import com.quanticity.ibkr.model.order.OrderAttributes;
import com.quanticity.ibkr.model.order.OrderCommand;
import com.quanticity.ibkr.model.order.OrderEvent;
import com.quanticity.ibkr.model.order.OrderEvent.PreviewOutcome;
import com.quanticity.ibkr.model.order.OrderGroup;
import com.quanticity.ibkr.model.order.OrderTerms;
import com.quanticity.ibkr.model.order.OrderType;
import com.quanticity.ibkr.model.order.PreviewedOrder;
import com.quanticity.ibkr.model.order.Side;
import com.quanticity.ibkr.model.order.attribute.OcaType;
import com.quanticity.ibkr.model.order.attribute.OrderAlgo;
import com.quanticity.ibkr.model.order.attribute.OrderCondition;
import com.quanticity.ibkr.model.order.attribute.OrderConditions;
import com.quanticity.ibkr.model.order.attribute.TriggerMethod;
import com.quanticity.ibkr.model.risk.DenialReason;
import com.quanticity.ibkr.model.risk.Limit;
import com.quanticity.ibkr.model.risk.LimitKind;
import com.quanticity.ibkr.model.risk.RiskScope;
import com.quanticity.ibkr.model.stream.ModelJson;
import com.quanticity.ibkr.simulator.matching.OrderHabit;
import com.quanticity.ibkr.simulator.matching.OrderHabits;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What orders carry, and what they trade beside stocks, over a real socket. Every type in every lifetime is in {@link AdapterIT}. */
class EveryOrderIT extends AdapterHarness {

    private static final String ACCOUNT = "DU1234567";
    private static final OrderTerms LOW = new OrderTerms.Limit(new BigDecimal("1.25"));

    static Stream<Arguments> attributes() {
        Instant later = Instant.now().plus(1, ChronoUnit.HOURS).truncatedTo(ChronoUnit.SECONDS);
        return Stream.of(
                Arguments.of("outside RTH", OrderAttributes.builder().outsideRth(true), List.of()),
                Arguments.of("iceberg", OrderAttributes.builder().displaySize(BigDecimal.TEN), List.of("10")),
                Arguments.of("hidden", OrderAttributes.builder().hidden(true), List.of()),
                Arguments.of("all or none", OrderAttributes.builder().allOrNone(true), List.of()),
                Arguments.of(
                        "price condition",
                        condition(new OrderCondition.Price(
                                OrderCondition.Join.AND, "SPY", true, new BigDecimal("8888"), TriggerMethod.LAST)),
                        List.of("8888")),
                Arguments.of(
                        "time condition",
                        condition(new OrderCondition.Time(OrderCondition.Join.AND, true, later)),
                        List.of()),
                Arguments.of(
                        "margin condition",
                        condition(new OrderCondition.Margin(OrderCondition.Join.AND, false, 7)),
                        List.of()),
                Arguments.of(
                        "execution condition",
                        condition(new OrderCondition.Execution(
                                OrderCondition.Join.AND, SecurityType.STOCK, "SMART", "MSFT")),
                        List.of("MSFT")),
                Arguments.of(
                        "volume condition",
                        condition(new OrderCondition.Volume(OrderCondition.Join.AND, "SPY", true, 2_000_000_011)),
                        List.of("2000000011")),
                Arguments.of(
                        "percent condition",
                        condition(new OrderCondition.PercentChange(
                                OrderCondition.Join.AND, "SPY", true, new BigDecimal("77"))),
                        List.of("77")),
                Arguments.of(
                        "Adaptive",
                        algo(new OrderAlgo.Adaptive(OrderAlgo.Priority.PATIENT)),
                        List.of("Adaptive", "Patient")),
                Arguments.of(
                        "Twap",
                        algo(new OrderAlgo.Twap(OrderAlgo.Style.MIDPOINT, null, later, true)),
                        List.of("Twap", "Midpoint", "allowPastEndTime")),
                Arguments.of(
                        "Vwap",
                        algo(new OrderAlgo.Vwap(new BigDecimal("0.2"), null, later, false, true, false)),
                        List.of("Vwap", "maxPctVol", "0.2", "noTakeLiq")),
                Arguments.of(
                        "ArrivalPx",
                        algo(new OrderAlgo.ArrivalPrice(
                                new BigDecimal("0.3"), OrderAlgo.RiskAversion.PASSIVE, null, later, true, false)),
                        List.of("ArrivalPx", "riskAversion", "Passive", "forceCompletion")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("attributes")
    void whatAnOrderCarriesIsTakenAndHeldByTheGateway(
            String what, OrderAttributes.Builder attributes, List<String> shown) {
        gateway().witness().startTranscript();
        Order order = buy("AAPL", "100", LOW).withAttributes(attributes.build());

        submit(order);

        awaitAny(order.clientOrderId(), "Working", "Rejected", "Denied", "Cancelled");
        List<String> frames = gateway().witness().transcript();
        gateway().witness().endTranscript();
        assertThat(kinds(order.clientOrderId())).as(what).contains("Working").doesNotContain("Rejected", "Denied");
        assertThat(frames)
                .anyMatch(frame -> frame.contains(" > ")
                        && frame.contains(order.clientOrderId().value())
                        && shown.stream().allMatch(frame::contains));
        command(new OrderCommand.Cancel(order.clientOrderId(), "test"));
        awaitKinds(order.clientOrderId(), "Cancelled");
    }

    @ParameterizedTest
    @EnumSource
    void aFillInAnOcaGroupEndsOrShrinksTheOthers(OcaType type) {
        Order first = buy("AAPL", "10", OrderTerms.MARKET);
        Order other = buy("AAPL", "10", LOW);
        OrderGroup group = OrderGroup.oca(ids.next(), type, List.of(other, first));

        command(new OrderCommand.SubmitGroup(group, "test"));

        awaitKinds(first.clientOrderId(), "Accepted", "Executed");
        awaitKinds(other.clientOrderId(), "Accepted", "Cancelled");
        await().atMost(PATIENCE).until(() -> journal(first.clientOrderId()).equals("FILLED"));
    }

    @Test
    void aPreviewOfABracketTellsWhatEachOfItsOrdersWouldMeet() {
        OrderGroup fine = OrderGroup.bracket(ids.next(), buy("AAPL", "10", LOW), List.of(stop("0.50")));
        OrderGroup wrong = OrderGroup.bracket(ids.next(), buy("AAPL", "10", LOW), List.of(stop("1.005")));
        int before = gateway().witness().report().orders().size();

        command(new OrderCommand.PreviewGroup(fine, "test"));
        command(new OrderCommand.PreviewGroup(wrong, "test"));

        assertThat(previewed(fine).members().getFirst().preview()).isNotNull();
        assertThat(previewed(fine).members())
                .extracting(PreviewedOrder::outcome)
                .containsExactly(PreviewOutcome.ANSWERED, PreviewOutcome.PASSED);
        assertThat(previewed(wrong).members())
                .extracting(PreviewedOrder::outcome)
                .containsExactly(PreviewOutcome.PASSED, PreviewOutcome.DENIED);
        assertThat(previewed(wrong).code()).isEqualTo("PRICE_OFF_TICK");
        assertThat(gateway().witness().report().orders()).hasSize(before);
        assertThat(journal(fine.orders().getFirst().clientOrderId())).isEmpty();
    }

    private Order stop(String price) {
        return Order.of(
                ClientOrderId.of(ids.next()),
                "AAPL",
                Side.SELL,
                BigDecimal.TEN,
                new OrderTerms.Stop(new BigDecimal(price)),
                "test");
    }

    private OrderEvent.Previewed previewed(OrderGroup group) {
        ClientOrderId first = group.orders().getFirst().clientOrderId();
        awaitKinds(first, "Previewed");
        return last(first, OrderEvent.Previewed.class);
    }

    @Test
    void ordersThatCannotFillAtOnceAreToldAsExpired() {
        Order all = buy("AAPL", "5", LOW).withLifetime(Lifetime.FILL_OR_KILL);
        Order some = buy("AAPL", "5", LOW).withLifetime(Lifetime.IMMEDIATE_OR_CANCEL);

        submit(all);
        submit(some);

        awaitKinds(all.clientOrderId(), "Cancelled");
        awaitKinds(some.clientOrderId(), "Cancelled");
        assertThat(kinds(all.clientOrderId())).doesNotContain("Rejected");
        assertThat(last(all.clientOrderId(), OrderEvent.Cancelled.class).reason())
                .contains("FILL_OR_KILL");
        assertThat(last(some.clientOrderId(), OrderEvent.Cancelled.class).reason())
                .contains("IMMEDIATE_OR_CANCEL");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aFillThatOvertakesACancelEndsTheOrderAsFilled(boolean refusesWith161) {
        OrderHabits usual = gateway().orders().habits();
        OrderHabits late = usual.withExecutionDelay(Duration.ofMillis(800));
        gateway().orders().use(refusesWith161 ? late.with(OrderHabit.REFUSES_CANCELS_WITH_161) : late);
        try {
            ClientOrderId id = submit("AAPL", OrderType.MARKET, "3", null);
            awaitKinds(id, "Working");
            command(new OrderCommand.Cancel(id, "test"));

            awaitKinds(id, "CancelPending", "RequestRefused", "Executed");
            await().atMost(PATIENCE).until(() -> journal(id).equals("FILLED"));
            assertThat(kinds(id)).doesNotContain("Cancelled", "Rejected", "Unknown");
        } finally {
            gateway().orders().use(usual);
        }
    }

    @Test
    void aCombinationTradesByItsLegsAndFillsByItself() throws IOException, InterruptedException {
        String lower = option(660);
        String higher = option(680);
        int lowerId = watch(lower);
        int higherId = watch(higher);
        Order spread = buy(
                        "BAG:+1 " + higher + " | -2 conid:" + lowerId,
                        "2",
                        new OrderTerms.Limit(new BigDecimal("-0.01")))
                .withAttributes(OrderAttributes.builder()
                        .comboRouting(Map.of("NonGuaranteed", "1"))
                        .build());
        Order resting = buy(spread.symbol(), "1", new OrderTerms.Limit(new BigDecimal("-900")));
        ClientOrderId asked = ClientOrderId.of(ids.next());

        command(new OrderCommand.Preview(
                Order.of(asked, spread.symbol(), Side.BUY, spread.quantity(), spread.terms(), "test"), "test"));
        awaitKinds(asked, "Previewed");
        submit(resting);
        submit(spread);

        awaitKinds(resting.clientOrderId(), "Accepted", "Working");
        awaitKinds(spread.clientOrderId(), "Accepted", "Executed", "CommissionReported");
        ClientOrderId id = spread.clientOrderId();
        await().atMost(PATIENCE).until(() -> journal(id).equals("FILLED"));
        OrderEvent.Previewed told = last(asked, OrderEvent.Previewed.class);
        assertThat(told.outcome()).as(told.toString()).isEqualTo(OrderEvent.PreviewOutcome.ANSWERED);
        assertThat(sum("filled_quantity", "adapter.ib_order_journal", id)).isEqualByComparingTo("2");
        assertThat(executed(id, higherId)).isEqualByComparingTo("2");
        assertThat(executed(id, lowerId)).isEqualByComparingTo("4");
        assertThat(held(higherId)).isEqualByComparingTo("2");
        assertThat(held(lowerId)).isEqualByComparingTo("-4");
        assertThat(ModelJson.read(
                        Objects.requireNonNull(database.queryForObject(
                                "select legs from adapter.ib_order_journal where client_order_id = ?",
                                String.class,
                                id.value())),
                        ContractLeg[].class))
                .extracting(ContractLeg::ratio)
                .containsExactly(1, -2);
        command(new OrderCommand.CancelAll(CancelScope.EVERYTHING, "test", "test"));
        awaitKinds(resting.clientOrderId(), "Cancelled");
    }

    @Test
    void optionsAndFuturesTradeByTheirUnitsOnTheirExchange() throws IOException, InterruptedException {
        String future = "FUT:ES@CME " + quarter();
        String occ = "OCC:SPY" + option(670).replaceAll(".* (\\d\\d)(\\d{6}) C (\\d+)", "$2C00$3000");
        int futureId = watch(future);
        int optionId = watch(occ);
        risk().limit(Limit.of(RiskScope.FIRM, LimitKind.ORDER_VALUE, "900000"));
        await().atMost(PATIENCE).until(() -> {
            ClientOrderId id = submit(future, OrderType.LIMIT, "1000", "1000.00");
            awaitAny(id, "Denied", "Accepted");
            return kinds(id).contains("Denied")
                    && last(id, OrderEvent.Denied.class).reason() == DenialReason.ORDER_VALUE;
        });

        ClientOrderId dear = submit("conid:" + futureId + "@CME", OrderType.MARKET, "3", null);
        ClientOrderId bought = submit(future, OrderType.MARKET, "1", null);
        ClientOrderId call = submit(occ, OrderType.MARKET, "2", null);

        awaitKinds(dear, "Denied");
        assertThat(last(dear, OrderEvent.Denied.class).reason()).isEqualTo(DenialReason.ORDER_VALUE);
        awaitKinds(bought, "Executed");
        awaitKinds(call, "Executed");
        await().atMost(PATIENCE)
                .until(() -> journal(bought).equals("FILLED") && journal(call).equals("FILLED"));
        assertThat(last(bought, OrderEvent.Executed.class).execution().exchange())
                .isEqualTo("CME");
        assertThat(last(call, OrderEvent.Executed.class).execution().securityType())
                .isEqualTo(SecurityType.OPTION);
        assertThat(last(call, OrderEvent.Executed.class).execution().multiplier())
                .isEqualByComparingTo("100");
        assertThat(held(futureId)).isEqualByComparingTo("1");
        assertThat(held(optionId)).isEqualByComparingTo("2");
    }

    private static OrderAttributes.Builder condition(OrderCondition condition) {
        return OrderAttributes.builder().conditions(new OrderConditions(List.of(condition), false, false));
    }

    private static OrderAttributes.Builder algo(OrderAlgo algo) {
        return OrderAttributes.builder().algo(algo);
    }

    private Order buy(String symbol, String quantity, OrderTerms terms) {
        return Order.of(ClientOrderId.of(ids.next()), symbol, Side.BUY, new BigDecimal(quantity), terms, "test");
    }

    private void submit(Order order) {
        command(new OrderCommand.Submit(order, "test"));
    }

    /** The call of the third Friday after next month. */
    private static String option(int strike) {
        LocalDate expiry = LocalDate.now(ZoneId.of("America/New_York"))
                .plusMonths(2)
                .with(TemporalAdjusters.dayOfWeekInMonth(3, DayOfWeek.FRIDAY));
        return ContractSpec.Option.of("SPY", expiry, OptionRight.CALL, BigDecimal.valueOf(strike))
                .text();
    }

    /** The quarter that ends after next month. */
    private static String quarter() {
        LocalDate month = LocalDate.now(ZoneId.of("America/New_York")).plusMonths(2);
        LocalDate quarter = month.plusMonths((3 - month.getMonthValue() % 3) % 3);
        return "%d%02d".formatted(quarter.getYear(), quarter.getMonthValue());
    }

    /** Puts a contract on the watch list and waits for its price. */
    private int watch(String contract) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1/watch-list"))
                .header("Authorization", "Bearer " + TOKEN)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"contract\":\"" + contract + "\"}"))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            await().atMost(PATIENCE)
                    .until(() -> !String.valueOf(quote(contract).getOrDefault("ask", ""))
                                    .isEmpty()
                            && !String.valueOf(quote(contract).getOrDefault("bid", ""))
                                    .isEmpty());
            return Integer.parseInt(answer.body().replaceAll("(?s).*\"contractId\":(\\d+).*", "$1"));
        }
    }

    private BigDecimal executed(ClientOrderId id, int contractId) {
        return Objects.requireNonNull(database.queryForObject(
                "select coalesce(sum(quantity), 0) from adapter.ib_executions where client_order_id = ? and contract_id = ?",
                BigDecimal.class,
                id.value(),
                contractId));
    }

    private BigDecimal sum(String column, String table, ClientOrderId id) {
        return Objects.requireNonNull(database.queryForObject(
                "select sum(" + column + ") from " + table + " where client_order_id = ?",
                BigDecimal.class,
                id.value()));
    }

    private static BigDecimal held(int contractId) {
        return gateway().state().accounts().stream()
                .flatMap(account -> account.positions().stream())
                .filter(position -> position.conId() == contractId)
                .map(position -> position.quantity())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}

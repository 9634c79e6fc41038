package com.quanticity.ibkr.adapter.order;

import static com.quanticity.ibkr.adapter.order.TestOrders.ID;
import static com.quanticity.ibkr.adapter.order.TestOrders.OTHER_ID;
import static com.quanticity.ibkr.adapter.order.TestOrders.openOrder;
import static com.quanticity.ibkr.adapter.order.TestOrders.order;
import static org.assertj.core.api.Assertions.assertThat;

import com.quanticity.ibkr.adapter.TestContracts;
import com.quanticity.ibkr.adapter.TestLimits;
import com.quanticity.ibkr.adapter.WatchListEntry;
import com.quanticity.ibkr.adapter.contract.ContractDirectory;
import com.quanticity.ibkr.adapter.gate.GateDecision;
import com.quanticity.ibkr.adapter.gate.TestGate;
import com.quanticity.ibkr.adapter.journal.JournalState;
import com.quanticity.ibkr.adapter.risk.TradingStateView;
import com.quanticity.ibkr.gateway.event.ConnectionEvent.ErrorMessage;
import com.quanticity.ibkr.gateway.request.OrderRequest.PlaceOrder;
import com.quanticity.ibkr.model.order.ClientOrderId;
import com.quanticity.ibkr.model.order.Order;
import com.quanticity.ibkr.model.order.OrderCommand;
import com.quanticity.ibkr.model.order.OrderEvent.PreviewOutcome;
import com.quanticity.ibkr.model.order.OrderEvent.Previewed;
import com.quanticity.ibkr.model.order.OrderGroup;
import com.quanticity.ibkr.model.order.OrderTerms;
import com.quanticity.ibkr.model.order.PreviewedOrder;
import com.quanticity.ibkr.model.order.Side;
import com.quanticity.ibkr.model.order.attribute.OcaType;
import com.quanticity.ibkr.model.risk.DenialReason;
import com.quanticity.ibkr.model.risk.Limit;
import com.quanticity.ibkr.model.risk.LimitKind;
import com.quanticity.ibkr.model.risk.LimitOverride;
import com.quanticity.ibkr.model.risk.Permission;
import com.quanticity.ibkr.model.risk.RiskScope;
import com.quanticity.ibkr.model.risk.RiskState;
import com.quanticity.ibkr.model.risk.TradingState;
import com.quanticity.ibkr.model.stream.Topics;
import com.quanticity.ibkr.model.stream.Ulid;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Groups are previewed whole, by the questions that the gate is asked when they are sent. */
class PreviewDeskTest {

    private final OrderBench bench = new OrderBench();
    private final Ulid ids = new Ulid(bench.clock);
    private final TradingStateView tradingState = new TradingStateView(bench.clock);
    private final ContractDirectory contracts = new ContractDirectory(List.of(WatchListEntry.of("SPY")));
    private final TestGate gate = new TestGate(bench.clock, bench.session, tradingState, contracts);
    private final PreviewDesk desk = new PreviewDesk(
            bench.session,
            gate.gate(),
            bench.book,
            bench.ids,
            new WireOrders(bench.book, contracts),
            bench.previews,
            bench.sink,
            bench.clock);
    private long version;

    @BeforeEach
    void allIsWell() {
        contracts.onResolved("SPY", TestContracts.reference(TestContracts.SPY));
        trading(TradingState.ACTIVE);
    }

    @Test
    void asksTheBrokerAboutTheEntryOfABracketOnly() {
        preview(bracket(stop("SPY", "490.00"), stop("SPY", "480.00")));

        assertThat(bench.sink.events).isEmpty();
        assertThat(bench.session.sent(PlaceOrder.class)).singleElement().satisfies(asked -> {
            assertThat(asked.order().whatIf()).isTrue();
            assertThat(asked.order().transmit()).isTrue();
            assertThat(asked.order().orderRef()).isEqualTo(ID.value());
        });

        bench.hear(openOrder(1, ID));

        assertThat(told().outcome()).isEqualTo(PreviewOutcome.ANSWERED);
        assertThat(told().preview()).isNotNull();
        assertThat(outcomes()).containsExactly(PreviewOutcome.ANSWERED, PreviewOutcome.PASSED, PreviewOutcome.PASSED);
        assertNothingIsCounted();
    }

    @Test
    void namesEveryLegThatWouldBeDeniedAndWhy() {
        preview(bracket(stop("SPY", "490.005"), stop("NOPE", "480.00")));

        assertThat(outcomes()).containsExactly(PreviewOutcome.PASSED, PreviewOutcome.DENIED, PreviewOutcome.DENIED);
        assertThat(told().members())
                .extracting(PreviewedOrder::code)
                .containsExactly("", "PRICE_OFF_TICK", "UNKNOWN_SYMBOL");
        assertThat(told().members().get(1).value()).isEqualTo("490.005");
        assertThat(told().outcome()).isEqualTo(PreviewOutcome.DENIED);
        assertThat(told().code()).isEqualTo("PRICE_OFF_TICK");
        assertThat(told().reason()).startsWith("order 2 of 3, SELL STOP: ");
        assertThat(bench.session.sent).isEmpty();
        assertNothingIsCounted();
    }

    @Test
    void asksAboutEachOrderOfAnOcaGroupAndTellsTheWorst() {
        preview(OrderGroup.oca("g", OcaType.CANCEL_OTHERS, List.of(limit(ID, "499.00"), limit(OTHER_ID, "498.00"))));

        bench.hear(openOrder(1, ID));
        assertThat(bench.sink.events).isEmpty();
        bench.hear(new ErrorMessage(2, 201, "margin", "", null));

        assertThat(bench.session.sent(PlaceOrder.class)).hasSize(2);
        assertThat(outcomes()).containsExactly(PreviewOutcome.ANSWERED, PreviewOutcome.REFUSED);
        assertThat(told().outcome()).isEqualTo(PreviewOutcome.REFUSED);
        assertThat(told().code()).isEqualTo("201");
        assertThat(told().preview()).isNull();
        assertThat(told().members().getFirst().preview()).isNotNull();
    }

    @Test
    void countsTheOrdersBeforeItInTheGroupAndForgetsThem() {
        gate.limit(Limit.of(RiskScope.instrument("SPY"), LimitKind.POSITION_LONG, "15"));

        preview(OrderGroup.oca("g", OcaType.REDUCE, List.of(limit(ID, "499.00"), limit(OTHER_ID, "498.00"))));

        assertThat(outcomes()).containsExactly(PreviewOutcome.PASSED, PreviewOutcome.DENIED);
        assertThat(told().code()).isEqualTo("POSITION_LIMIT");
        assertThat(told().value()).isEqualTo("20");
        assertNothingIsCounted();
    }

    @Test
    void isUnknownWithoutAnAnswerAndTellsThatTheGateWouldPassTheLegs() {
        preview(bracket(stop("SPY", "490.00")));

        bench.clock.advance(Duration.ofSeconds(9));
        bench.previews.checkOverdue();

        assertThat(told().outcome()).isEqualTo(PreviewOutcome.UNKNOWN);
        assertThat(told().reason()).contains("no answer within 8 s");
        assertThat(outcomes()).containsExactly(PreviewOutcome.UNKNOWN, PreviewOutcome.PASSED);
    }

    @Test
    void deniesAllWhileNothingMayBeSent() {
        trading(TradingState.HALTED);
        preview(bracket(stop("SPY", "490.00")));
        assertThat(told().members()).extracting(PreviewedOrder::code).containsOnly("TRADING_HALTED");

        trading(TradingState.ACTIVE);
        gate.missing = "positions";
        preview(bracket(stop("SPY", "490.00")));
        assertThat(told().members()).extracting(PreviewedOrder::code).containsOnly("RECOVERY_INCOMPLETE");
        assertThat(bench.session.sent).isEmpty();
    }

    @Test
    void doesNotTouchAnOrderThatExists() {
        bench.booked(JournalState.WORKING);

        preview(bracket(stop("SPY", "490.00")));

        assertThat(told().members()).extracting(PreviewedOrder::code).containsOnly("DUPLICATE_ORDER");
        assertThat(told().value()).isEqualTo(ID.value());
    }

    @Test
    void leavesAnOverrideToTheOrderThatIsSent() {
        Order large = order(ID).withQuantity(new BigDecimal("15"));
        Instant now = bench.clock.instant();
        gate.limits.onLimits(TestLimits.of(
                2,
                now,
                List.of(),
                List.of(Permission.ALL),
                Map.of(),
                List.of(new LimitOverride(
                        "o1",
                        DenialReason.ORDER_QUANTITY,
                        "manual",
                        "SPY",
                        Side.BUY,
                        new BigDecimal("15"),
                        now.plusSeconds(60),
                        "trader",
                        "officer",
                        "unwind")),
                Limit.of(RiskScope.instrument("SPY"), LimitKind.ORDER_QUANTITY, "10")));

        preview(OrderGroup.bracket("g", large, List.of(stop("SPY", "490.00"))));
        bench.hear(openOrder(1, ID));

        assertThat(told().outcome()).isEqualTo(PreviewOutcome.ANSWERED);
        assertThat(gate.gate().decide(order(OTHER_ID).withQuantity(large.quantity()), "trader", now))
                .isInstanceOf(GateDecision.Passed.class);
    }

    @Test
    void takesNoMoreOrdersThanAPersonAsksAbout() {
        List<Order> many = new ArrayList<>();
        for (int i = 0; i <= OrderGroup.MOST_ORDERS; i++) {
            many.add(limit(ClientOrderId.of(ids.next()), "499.00"));
        }

        preview(OrderGroup.oca("g", OcaType.CANCEL_OTHERS, many));

        assertThat(told().code()).isEqualTo("INVALID_ORDER");
        assertThat(List.of(told().value(), told().limit())).containsExactly("21", "20");
        assertThat(bench.session.sent).isEmpty();
    }

    private void trading(TradingState state) {
        Instant now = bench.clock.instant();
        tradingState.onRiskState(new RiskState(state, ++version, "test", "because", now, now));
    }

    private void preview(OrderGroup group) {
        OrderCommand command = new OrderCommand.PreviewGroup(group, "trader");
        desk.take(
                (OrderCommand.PreviewGroup) command,
                Topics.ORDER_COMMAND.envelope(ids.next(), bench.clock.instant(), command.key(), command));
    }

    private OrderGroup bracket(Order... legs) {
        return OrderGroup.bracket("g", order(ID), List.of(legs));
    }

    private Order stop(String symbol, String price) {
        return Order.of(
                ClientOrderId.of(ids.next()),
                symbol,
                Side.SELL,
                BigDecimal.TEN,
                new OrderTerms.Stop(new BigDecimal(price)),
                "manual");
    }

    private static Order limit(ClientOrderId id, String price) {
        return order(id).withTerms(new OrderTerms.Limit(new BigDecimal(price)));
    }

    private Previewed told() {
        return bench.sink.last(Previewed.class);
    }

    private List<PreviewOutcome> outcomes() {
        return told().members().stream().map(PreviewedOrder::outcome).toList();
    }

    private void assertNothingIsCounted() {
        assertThat(gate.exposures.firmLine(TestContracts.SPY.id()).buys()).isZero();
        assertThat(gate.exposures.firmLine(TestContracts.SPY.id()).sells()).isZero();
    }
}

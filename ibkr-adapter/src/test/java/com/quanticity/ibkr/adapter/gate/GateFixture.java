package com.quanticity.ibkr.adapter.gate;

import com.quanticity.ibkr.adapter.FakeSession;
import com.quanticity.ibkr.adapter.MovableClock;
import com.quanticity.ibkr.adapter.TestContracts;
import com.quanticity.ibkr.adapter.WatchListEntry;
import com.quanticity.ibkr.adapter.contract.ContractDirectory;
import com.quanticity.ibkr.adapter.gate.exposure.HeldPosition;
import com.quanticity.ibkr.adapter.journal.JournalState;
import com.quanticity.ibkr.adapter.risk.TradingStateView;
import com.quanticity.ibkr.model.order.ClientOrderId;
import com.quanticity.ibkr.model.order.Order;
import com.quanticity.ibkr.model.order.OrderAttributes;
import com.quanticity.ibkr.model.order.OrderTerms;
import com.quanticity.ibkr.model.order.Side;
import com.quanticity.ibkr.model.risk.DenialReason;
import com.quanticity.ibkr.model.risk.RiskScope;
import com.quanticity.ibkr.model.risk.RiskState;
import com.quanticity.ibkr.model.risk.TradingState;
import com.quanticity.ibkr.model.stream.Ulid;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;

/** The gate with SPY at 500.00 to 500.02 and helpers to put orders in front of it. */
abstract class GateFixture {

    static final String ACCOUNT = "DU1234567";
    static final RiskScope SPY = RiskScope.instrument("SPY");
    static final RiskScope ALPHA = RiskScope.strategy("alpha");

    final MovableClock clock = new MovableClock();
    final TradingStateView tradingState = new TradingStateView(clock);
    final ContractDirectory contracts = new ContractDirectory(List.of(WatchListEntry.of("SPY")));
    final TestGate bench = new TestGate(clock, new FakeSession(), tradingState, contracts);
    final Ulid ids = new Ulid(clock);

    @BeforeEach
    void allIsWell() {
        contracts.onResolved("SPY", TestContracts.reference(TestContracts.SPY));
        hearActive();
    }

    final void hearActive() {
        tradingState.onRiskState(
                new RiskState(TradingState.ACTIVE, 1, "test", "because", clock.instant(), clock.instant()));
    }

    final void shortable() {
        bench.facts = Shortable.shares("1000");
    }

    final void hold(String quantity) {
        bench.exposures.onPositions(List.of(new HeldPosition(
                ACCOUNT, TestContracts.SPY.id(), new BigDecimal(quantity), new BigDecimal("500"), "USD")));
    }

    final void works(Order order) {
        works(order, "0");
    }

    final void works(Order order, String filled) {
        tell(order, filled, JournalState.WORKING);
    }

    final void tell(Order order, String filled, JournalState state) {
        bench.watch()
                .onOrder(new WatchedOrder(
                        order,
                        ACCOUNT,
                        TestContracts.SPY.id(),
                        List.of(),
                        state,
                        new BigDecimal(filled),
                        "user",
                        clock.instant(),
                        0,
                        false,
                        clock.instant()));
    }

    final Order order(Side side, String quantity, @Nullable String limitPrice) {
        return of("alpha", side, quantity, limitPrice);
    }

    final Order of(String strategy, Side side, String quantity, @Nullable String limitPrice) {
        return Order.of(
                ClientOrderId.of(ids.next()),
                "SPY",
                side,
                new BigDecimal(quantity),
                OrderTerms.of(limitPrice == null ? null : new BigDecimal(limitPrice)),
                strategy);
    }

    final Order with(OrderTerms terms) {
        return order(Side.BUY, "10", null).withTerms(terms);
    }

    final Order sell(OrderTerms terms) {
        return order(Side.SELL, "10", null).withTerms(terms);
    }

    final Order attached(Order parent, String limitPrice) {
        return order(Side.SELL, "100", limitPrice)
                .withAttributes(
                        OrderAttributes.builder().parent(parent.clientOrderId()).build());
    }

    final @Nullable DenialReason denial(Order order) {
        return reason(bench.gate().decide(order, "user", clock.instant()));
    }

    final @Nullable DenialReason change(Order changed) {
        return reason(bench.gate().decideChange(changed, "user", clock.instant()));
    }

    final @Nullable DenialReason group(Order order, Order parent) {
        return reason(bench.gate().decideInGroup(order, parent, "user", clock.instant()));
    }

    static @Nullable DenialReason reason(GateDecision decision) {
        return switch (decision) {
            case GateDecision.Denied denied -> denied.reason();
            case GateDecision.Passed _ -> null;
        };
    }
}

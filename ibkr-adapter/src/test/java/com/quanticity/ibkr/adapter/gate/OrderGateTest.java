package com.quanticity.ibkr.adapter.gate;

import static org.assertj.core.api.Assertions.assertThat;

import com.quanticity.ibkr.adapter.FakeSession;
import com.quanticity.ibkr.adapter.MovableClock;
import com.quanticity.ibkr.adapter.TestContracts;
import com.quanticity.ibkr.adapter.WatchListEntry;
import com.quanticity.ibkr.adapter.contract.ContractDirectory;
import com.quanticity.ibkr.adapter.contract.TestBlocks;
import com.quanticity.ibkr.adapter.gate.exposure.HeldPosition;
import com.quanticity.ibkr.adapter.risk.TradingStateView;
import com.quanticity.ibkr.model.order.ClientOrderId;
import com.quanticity.ibkr.model.order.Order;
import com.quanticity.ibkr.model.order.OrderType;
import com.quanticity.ibkr.model.order.Side;
import com.quanticity.ibkr.model.order.TimeInForce;
import com.quanticity.ibkr.model.reconcile.InstrumentLock;
import com.quanticity.ibkr.model.reconcile.InstrumentLocks;
import com.quanticity.ibkr.model.risk.DenialReason;
import com.quanticity.ibkr.model.risk.RiskScope;
import com.quanticity.ibkr.model.risk.RiskState;
import com.quanticity.ibkr.model.risk.ScopedState;
import com.quanticity.ibkr.model.risk.TradingState;
import com.quanticity.ibkr.model.session.SessionState;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OrderGateTest {

    private final MovableClock clock = new MovableClock();
    private final FakeSession session = new FakeSession();
    private final TradingStateView tradingState = new TradingStateView(clock);
    private final ContractDirectory contracts = new ContractDirectory(List.of(WatchListEntry.of("SPY")));
    private final TestGate bench = new TestGate(clock, session, tradingState, contracts);
    private final OrderGate gate = bench.gate();

    @BeforeEach
    void allIsWell() {
        contracts.onResolved("SPY", TestContracts.reference(TestContracts.SPY));
        hear(TradingState.ACTIVE);
    }

    @Test
    void passesAnOrderWithTheOnlyAccount() {
        assertThat(decide()).isEqualTo(new GateDecision.Passed(TestContracts.SPY, List.of(), "DU1234567"));
    }

    @Test
    void deniesWhenHalted() {
        hear(TradingState.HALTED);

        assertThat(reason()).isEqualTo(DenialReason.TRADING_HALTED);
    }

    @Test
    void passesOnlyWhatShrinksAPositionWhileReducing() {
        hear(TradingState.REDUCING);

        assertThat(reason()).isEqualTo(DenialReason.TRADING_REDUCING);

        hold("-10");
        assertThat(reason()).isNull();

        hold("-9");
        assertThat(reason()).isEqualTo(DenialReason.TRADING_REDUCING);
    }

    @Test
    void reducesByTheStrictestScope() {
        hold("-10");
        tradingState.onRiskState(new RiskState(
                TradingState.ACTIVE,
                2,
                "test",
                "",
                clock.instant(),
                clock.instant(),
                List.of(
                        scoped(RiskScope.strategy("manual"), TradingState.REDUCING),
                        scoped(RiskScope.instrument("AAPL"), TradingState.HALTED))));
        assertThat(reason()).isEqualTo(DenialReason.TRADING_REDUCING);

        tradingState.onRiskState(new RiskState(
                TradingState.REDUCING,
                3,
                "test",
                "",
                clock.instant(),
                clock.instant(),
                List.of(scoped(RiskScope.instrument("SPY"), TradingState.HALTED))));
        assertThat(decide())
                .isEqualTo(GateDecision.Denied.of(DenialReason.TRADING_HALTED, "because", "instrument:SPY"));
    }

    @Test
    void deniesNewOrdersOfALockedInstrumentUntilItIsUnlocked() {
        InstrumentLock lock = new InstrumentLock(
                "DU1234567", TestContracts.SPY.id(), "SPY", "01K9", "POSITION: ours 1, positions 2", clock.instant());
        bench.instrumentLocks.onLocks(new InstrumentLocks(1, List.of(lock), clock.instant()));
        assertThat(decide())
                .isEqualTo(GateDecision.Denied.of(
                        DenialReason.INSTRUMENT_LOCKED, "POSITION: ours 1, positions 2", "01K9"));

        bench.instrumentLocks.onLocks(new InstrumentLocks(2, List.of(), clock.instant()));
        assertThat(reason()).isNull();
    }

    @Test
    void deniesCloseToAPlannedRestart() {
        bench.planned = Optional.of("gateway restart");

        assertThat(reason()).isEqualTo(DenialReason.MAINTENANCE_WINDOW);
    }

    @Test
    void deniesWhenTheTradingStateIsStale() {
        clock.advance(RiskState.VALIDITY.plusMillis(1));

        assertThat(reason(clock.instant())).isEqualTo(DenialReason.TRADING_STATE_UNKNOWN);
    }

    @ParameterizedTest
    @EnumSource(value = SessionState.class, mode = EnumSource.Mode.EXCLUDE, names = "READY")
    void deniesWhenTheSessionIsAnythingButReady(SessionState state) {
        session.state = state;

        assertThat(reason()).isEqualTo(DenialReason.SESSION_NOT_READY);
    }

    @Test
    void deniesUntilEverythingAboutEarlierOrdersIsIn() {
        bench.missing = "the session was lost";
        assertThat(decide())
                .isEqualTo(GateDecision.Denied.of(DenialReason.RECOVERY_INCOMPLETE, "the session was lost", ""));

        bench.missing = "";
        assertThat(reason()).isNull();
    }

    @Test
    void deniesWhatWaitedTooLongOrComesFromTheFuture() {
        Instant now = clock.instant();

        assertThat(reason(now.minusSeconds(30))).isNull();
        assertThat(reason(now.minusSeconds(30).minusMillis(1))).isEqualTo(DenialReason.COMMAND_EXPIRED);
        assertThat(reason(now.plusSeconds(31))).isEqualTo(DenialReason.COMMAND_EXPIRED);
    }

    @Test
    void deniesASymbolThatIsNotResolved() {
        Order order = order("QQQ", "");

        assertThat(gate.decide(order, "user", clock.instant()))
                .isEqualTo(GateDecision.Denied.of(DenialReason.UNKNOWN_SYMBOL, "symbol", "QQQ", ""));
    }

    @Test
    void deniesWhatLiveDataDoesNotPrice() {
        bench.notLive = "its data is DELAYED";

        assertThat(decide())
                .isEqualTo(GateDecision.Denied.of(
                        DenialReason.PRICE_NOT_LIVE, "symbol", "SPY: its data is DELAYED", "LIVE"));
    }

    @Test
    void deniesAForeignAccountAndAnUncertainOne() {
        assertThat(gate.decide(order("SPY", "U999"), "user", clock.instant()))
                .isInstanceOfSatisfying(
                        GateDecision.Denied.class,
                        denied -> assertThat(denied.reason()).isEqualTo(DenialReason.ACCOUNT_MISMATCH));

        session.accounts = List.of("DU1", "DU2");
        assertThat(reason()).isEqualTo(DenialReason.ACCOUNT_MISMATCH);
    }

    @Test
    void deniesABlockedContract() {
        TestBlocks.block(contracts, TestContracts.SPY.id(), "the broker does not know it");

        assertThat(decide())
                .isEqualTo(GateDecision.Denied.of(
                        DenialReason.CONTRACT_BLOCKED, "symbol", "the broker does not know it", ""));
    }

    @Test
    void deniesAPriceBetweenTwoTicksAndNamesBoth() {
        assertThat(gate.decide(order("SPY", "", new BigDecimal("500.015")), "user", clock.instant()))
                .isEqualTo(GateDecision.Denied.of(
                        DenialReason.PRICE_OFF_TICK,
                        "limitPrice",
                        "500.015",
                        "next valid prices 500.01 and 500.02, increment 0.01"));
        assertThat(gate.decide(order("SPY", "", new BigDecimal("500.010")), "user", clock.instant()))
                .isInstanceOf(GateDecision.Passed.class);
    }

    private void hold(String quantity) {
        bench.exposures.onPositions(List.of(new HeldPosition(
                "DU1234567", TestContracts.SPY.id(), new BigDecimal(quantity), new BigDecimal("500"), "USD")));
    }

    private ScopedState scoped(RiskScope scope, TradingState state) {
        return new ScopedState(scope, state, "test", "because", clock.instant());
    }

    private void hear(TradingState state) {
        tradingState.onRiskState(new RiskState(state, 1, "test", "because", clock.instant(), clock.instant()));
    }

    private GateDecision decide() {
        return gate.decide(order("SPY", ""), "user", clock.instant());
    }

    private @Nullable DenialReason reason() {
        return reason(clock.instant());
    }

    private @Nullable DenialReason reason(Instant commandedAt) {
        return switch (gate.decide(order("SPY", ""), "user", commandedAt)) {
            case GateDecision.Denied denied -> denied.reason();
            case GateDecision.Passed _ -> null;
        };
    }

    private static Order order(String symbol, String account) {
        return order(symbol, account, null);
    }

    private static Order order(String symbol, String account, @Nullable BigDecimal limitPrice) {
        return new Order(
                ClientOrderId.of("01K9ZZZZZZZZZZZZZZZZZZZZZZ"),
                account,
                symbol,
                Side.BUY,
                limitPrice == null ? OrderType.MARKET : OrderType.LIMIT,
                BigDecimal.TEN,
                limitPrice,
                TimeInForce.DAY,
                "manual");
    }
}

package com.quanticity.ibkr.adapter.order;

import static org.assertj.core.api.Assertions.assertThat;

import com.quanticity.ibkr.adapter.FakeSession;
import com.quanticity.ibkr.adapter.MovableClock;
import com.quanticity.ibkr.adapter.TestContracts;
import com.quanticity.ibkr.adapter.WatchListEntry;
import com.quanticity.ibkr.adapter.contract.ContractDirectory;
import com.quanticity.ibkr.adapter.contract.TestBlocks;
import com.quanticity.ibkr.adapter.risk.TradingStateView;
import com.quanticity.ibkr.model.order.Order;
import com.quanticity.ibkr.model.order.OrderType;
import com.quanticity.ibkr.model.risk.DenialReason;
import com.quanticity.ibkr.model.risk.RiskState;
import com.quanticity.ibkr.model.risk.TradingState;
import com.quanticity.ibkr.model.session.SessionState;
import java.math.BigDecimal;
import java.time.Duration;
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
    private @Nullable String notLive;
    private final OrderGate gate = new OrderGate(
            tradingState,
            session::state,
            session::managedAccounts,
            contracts,
            id -> Optional.ofNullable(notLive),
            Duration.ofSeconds(30),
            clock);

    @BeforeEach
    void allIsWell() {
        contracts.onResolved("SPY", TestContracts.reference(TestContracts.SPY));
        hear(TradingState.ACTIVE);
    }

    @Test
    void passesAnOrderWithTheOnlyAccount() {
        assertThat(decide()).isEqualTo(new GateDecision.Passed(TestContracts.SPY, "DU1234567"));
    }

    @Test
    void deniesWhenHalted() {
        hear(TradingState.HALTED);

        assertThat(reason()).isEqualTo(DenialReason.TRADING_HALTED);
    }

    @Test
    void deniesWhenReducingBecauseNothingIsProvablyLowering() {
        hear(TradingState.REDUCING);

        assertThat(reason()).isEqualTo(DenialReason.TRADING_REDUCING);
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
    void deniesWhatWaitedTooLongOrComesFromTheFuture() {
        Instant now = clock.instant();

        assertThat(reason(now.minusSeconds(30))).isNull();
        assertThat(reason(now.minusSeconds(30).minusMillis(1))).isEqualTo(DenialReason.COMMAND_EXPIRED);
        assertThat(reason(now.plusSeconds(31))).isEqualTo(DenialReason.COMMAND_EXPIRED);
    }

    @Test
    void deniesASymbolThatIsNotResolved() {
        Order order = order("QQQ", "");

        assertThat(gate.decide(order, clock.instant()))
                .isEqualTo(GateDecision.Denied.of(DenialReason.UNKNOWN_SYMBOL, "QQQ", ""));
    }

    @Test
    void deniesWhatLiveDataDoesNotPrice() {
        notLive = "its data is DELAYED";

        assertThat(decide())
                .isEqualTo(GateDecision.Denied.of(DenialReason.PRICE_NOT_LIVE, "SPY: its data is DELAYED", "LIVE"));
    }

    @Test
    void deniesAForeignAccountAndAnUncertainOne() {
        assertThat(gate.decide(order("SPY", "U999"), clock.instant()))
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
                .isEqualTo(GateDecision.Denied.of(DenialReason.CONTRACT_BLOCKED, "the broker does not know it", ""));
    }

    @Test
    void deniesAPriceBetweenTwoTicksAndNamesBoth() {
        assertThat(gate.decide(order("SPY", "", new BigDecimal("500.015")), clock.instant()))
                .isEqualTo(GateDecision.Denied.of(
                        DenialReason.PRICE_OFF_TICK, "500.015", "next valid prices 500.01 and 500.02, increment 0.01"));
        assertThat(gate.decide(order("SPY", "", new BigDecimal("500.010")), clock.instant()))
                .isInstanceOf(GateDecision.Passed.class);
    }

    private void hear(TradingState state) {
        tradingState.onRiskState(new RiskState(state, 1, "test", "because", clock.instant(), clock.instant()));
    }

    private GateDecision decide() {
        return gate.decide(order("SPY", ""), clock.instant());
    }

    private @Nullable DenialReason reason() {
        return reason(clock.instant());
    }

    private @Nullable DenialReason reason(Instant commandedAt) {
        return switch (gate.decide(order("SPY", ""), commandedAt)) {
            case GateDecision.Denied denied -> denied.reason();
            case GateDecision.Passed _ -> null;
        };
    }

    private static Order order(String symbol, String account) {
        return order(symbol, account, null);
    }

    private static Order order(String symbol, String account, @Nullable BigDecimal limitPrice) {
        Order order = TestOrders.order(TestOrders.ID);
        return new Order(
                order.clientOrderId(),
                account,
                symbol,
                order.side(),
                limitPrice == null ? order.type() : OrderType.LIMIT,
                order.quantity(),
                limitPrice,
                order.timeInForce(),
                order.strategy());
    }
}

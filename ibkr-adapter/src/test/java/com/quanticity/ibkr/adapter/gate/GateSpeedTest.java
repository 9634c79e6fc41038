package com.quanticity.ibkr.adapter.gate;

import static org.assertj.core.api.Assertions.assertThat;

import com.quanticity.ibkr.adapter.FakeSession;
import com.quanticity.ibkr.adapter.MovableClock;
import com.quanticity.ibkr.adapter.TestContracts;
import com.quanticity.ibkr.adapter.WatchListEntry;
import com.quanticity.ibkr.adapter.contract.ContractDirectory;
import com.quanticity.ibkr.adapter.journal.JournalState;
import com.quanticity.ibkr.adapter.risk.TradingStateView;
import com.quanticity.ibkr.model.contract.ContractId;
import com.quanticity.ibkr.model.order.ClientOrderId;
import com.quanticity.ibkr.model.order.Order;
import com.quanticity.ibkr.model.order.OrderTerms;
import com.quanticity.ibkr.model.order.Side;
import com.quanticity.ibkr.model.risk.RiskState;
import com.quanticity.ibkr.model.risk.TradingState;
import com.quanticity.ibkr.model.stream.Ulid;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Prints what a decision costs, in processor time of the thread. Runs on demand: {@code -Dibkr.gate.speed=true}. */
@EnabledIfSystemProperty(named = "ibkr.gate.speed", matches = "true")
class GateSpeedTest {

    private static final int DECISIONS = 20_000;

    private final MovableClock clock = new MovableClock();
    private final TradingStateView tradingState = new TradingStateView(clock);
    private final ContractDirectory contracts = new ContractDirectory(List.of(WatchListEntry.of("SPY")));
    private final TestGate bench = new TestGate(clock, new FakeSession(), tradingState, contracts);
    private final Ulid ids = new Ulid(clock);
    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();

    @Test
    void decidesBesideTwoThousandWorkingOrders() {
        contracts.onResolved("SPY", TestContracts.reference(TestContracts.SPY));
        tradingState.onRiskState(new RiskState(TradingState.ACTIVE, 1, "test", "", clock.instant(), clock.instant()));
        for (int i = 0; i < 2_000; i++) {
            ContractId contractId = i % 100 == 0 ? TestContracts.SPY.id() : ContractId.of(1 + i % 100);
            works(i % 2 == 0 ? Side.BUY : Side.SELL, contractId);
        }

        decide();

        System.out.println("gate: " + decide() + " ns a decision beside 2,000 working orders");
    }

    private long decide() {
        Order order = order(Side.BUY);
        long before = threads.getCurrentThreadCpuTime();
        for (int i = 0; i < DECISIONS; i++) {
            assertThat(bench.gate().decide(order, "user", clock.instant()) instanceof GateDecision.Passed)
                    .isTrue();
        }
        return (threads.getCurrentThreadCpuTime() - before) / DECISIONS;
    }

    private void works(Side side, ContractId contractId) {
        bench.watch()
                .onOrder(new WatchedOrder(
                        order(side),
                        "DU1234567",
                        contractId,
                        List.of(),
                        JournalState.WORKING,
                        BigDecimal.ZERO,
                        "user",
                        clock.instant(),
                        0,
                        false,
                        clock.instant()));
    }

    private Order order(Side side) {
        return Order.of(
                ClientOrderId.of(ids.next()),
                "SPY",
                side,
                BigDecimal.TEN,
                OrderTerms.of(new BigDecimal(side == Side.BUY ? "499.00" : "501.00")),
                "alpha");
    }
}

package com.quanticity.ibkr.adapter.gate;

import static org.assertj.core.api.Assertions.assertThat;

import com.quanticity.ibkr.adapter.FakeSession;
import com.quanticity.ibkr.adapter.MovableClock;
import com.quanticity.ibkr.adapter.TestContracts;
import com.quanticity.ibkr.adapter.WatchListEntry;
import com.quanticity.ibkr.adapter.contract.ContractDirectory;
import com.quanticity.ibkr.adapter.gate.exposure.HeldPosition;
import com.quanticity.ibkr.adapter.gate.exposure.Line;
import com.quanticity.ibkr.adapter.journal.JournalState;
import com.quanticity.ibkr.adapter.risk.TradingStateView;
import com.quanticity.ibkr.model.contract.ContractId;
import com.quanticity.ibkr.model.order.ClientOrderId;
import com.quanticity.ibkr.model.order.Order;
import com.quanticity.ibkr.model.order.OrderTerms;
import com.quanticity.ibkr.model.order.Side;
import com.quanticity.ibkr.model.risk.Limit;
import com.quanticity.ibkr.model.risk.LimitKind;
import com.quanticity.ibkr.model.risk.RiskScope;
import com.quanticity.ibkr.model.risk.RiskState;
import com.quanticity.ibkr.model.risk.TradingState;
import com.quanticity.ibkr.model.stream.Ulid;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Whatever is ordered, changed, filled, cancelled and told by the broker: no limit is ever passed, and what shrinks always is. */
class GatePropertyTest {

    private static final ContractId SPY = TestContracts.SPY.id();
    private static final BigDecimal MOST = new BigDecimal("100");

    /** An order as the broker has it. */
    private static final class Live {
        private Order order;
        private BigDecimal filled = BigDecimal.ZERO;

        private Live(Order order) {
            this.order = order;
        }
    }

    private final MovableClock clock = new MovableClock();
    private final TradingStateView tradingState = new TradingStateView(clock);
    private final ContractDirectory contracts = new ContractDirectory(List.of(WatchListEntry.of("SPY")));
    private final TestGate bench = new TestGate(clock, new FakeSession(), tradingState, contracts);
    private final Ulid ids = new Ulid(clock);
    private final List<Live> live = new ArrayList<>();
    private BigDecimal position = BigDecimal.ZERO;

    @Property(tries = 300)
    void noSequenceEverPassesALimit(@ForAll long seed) {
        reset();
        Random random = new Random(seed);
        for (int step = 0; step < 60; step++) {
            switch (random.nextInt(6)) {
                case 0, 1 -> submit(random);
                case 2 -> change(random);
                case 3 -> fill(random);
                case 4 -> cancel(random);
                default -> bench.exposures.onPosition(held(position));
            }
            assertLimitsHold();
            assertShrinkingPasses();
        }
    }

    private void reset() {
        contracts.onResolved("SPY", TestContracts.reference(TestContracts.SPY));
        tradingState.onRiskState(new RiskState(TradingState.ACTIVE, 1, "test", "", clock.instant(), clock.instant()));
        bench.limit(
                Limit.of(RiskScope.instrument("SPY"), LimitKind.POSITION_LONG, MOST.toPlainString()),
                Limit.of(RiskScope.instrument("SPY"), LimitKind.POSITION_SHORT, MOST.toPlainString()));
        bench.facts = Shortable.MANY;
    }

    private void submit(Random random) {
        boolean buys = random.nextBoolean();
        Order order = order(
                buys ? Side.BUY : Side.SELL, BigDecimal.valueOf(1 + random.nextInt(80)), buys ? "499.00" : "501.00");
        if (bench.gate().decide(order, "user", clock.instant()) instanceof GateDecision.Passed) {
            Live passed = new Live(order);
            live.add(passed);
            tell(passed, JournalState.SENT);
        }
    }

    private void change(Random random) {
        if (live.isEmpty()) {
            return;
        }
        Live one = live.get(random.nextInt(live.size()));
        BigDecimal quantity = one.filled.add(BigDecimal.valueOf(1 + random.nextInt(90)));
        Order changed = one.order.withQuantity(quantity);
        GateDecision decision = bench.gate().decideChange(changed, "user", clock.instant());
        if (quantity.compareTo(one.order.quantity()) <= 0) {
            assertThat(decision).as("lowering").isInstanceOf(GateDecision.Passed.class);
        }
        if (decision instanceof GateDecision.Passed) {
            one.order = changed;
            tell(one, JournalState.WORKING);
        }
    }

    private void fill(Random random) {
        if (live.isEmpty()) {
            return;
        }
        Live one = live.get(random.nextInt(live.size()));
        int remaining = one.order.quantity().subtract(one.filled).intValue();
        BigDecimal more = BigDecimal.valueOf(1 + random.nextInt(remaining));
        one.filled = one.filled.add(more);
        position = position.add(one.order.side() == Side.BUY ? more : more.negate());
        boolean ends = one.filled.compareTo(one.order.quantity()) == 0;
        if (ends) {
            live.remove(one);
        }
        tell(one, ends ? JournalState.FILLED : JournalState.WORKING);
    }

    private void cancel(Random random) {
        if (!live.isEmpty()) {
            tell(live.remove(random.nextInt(live.size())), JournalState.CANCELLED);
        }
    }

    private void assertLimitsHold() {
        BigDecimal longest = position.add(remaining(Side.BUY));
        BigDecimal shortest = position.subtract(remaining(Side.SELL));

        assertThat(longest).isLessThanOrEqualTo(MOST);
        assertThat(shortest).isGreaterThanOrEqualTo(MOST.negate());
        Line line = bench.exposures.firmLine(SPY);
        assertThat(line.longest()).isGreaterThanOrEqualTo(longest);
        assertThat(line.shortest()).isLessThanOrEqualTo(shortest);
    }

    private void assertShrinkingPasses() {
        bench.exposures.onPosition(held(position));
        BigDecimal free = position.signum() > 0
                ? position.subtract(remaining(Side.SELL))
                : position.negate().subtract(remaining(Side.BUY));
        if (position.signum() != 0 && free.signum() > 0) {
            Side side = position.signum() > 0 ? Side.SELL : Side.BUY;
            Order order = order(side, free, side == Side.BUY ? "499.50" : "500.50");
            assertThat(bench.gate().decide(order, "user", clock.instant())).isInstanceOf(GateDecision.Passed.class);
        }
    }

    private BigDecimal remaining(Side side) {
        return live.stream()
                .filter(one -> one.order.side() == side)
                .map(one -> one.order.quantity().subtract(one.filled))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private void tell(Live one, JournalState state) {
        bench.watch()
                .onOrder(new WatchedOrder(
                        one.order,
                        "DU1234567",
                        SPY,
                        List.of(),
                        state,
                        one.filled,
                        "user",
                        clock.instant(),
                        0,
                        false,
                        clock.instant()));
    }

    private Order order(Side side, BigDecimal quantity, String limitPrice) {
        return Order.of(
                ClientOrderId.of(ids.next()),
                "SPY",
                side,
                quantity,
                OrderTerms.of(new BigDecimal(limitPrice)),
                "alpha");
    }

    private static HeldPosition held(BigDecimal quantity) {
        return new HeldPosition("DU1234567", SPY, quantity, new BigDecimal("500"), "USD");
    }
}

package com.quanticity.ibkr.adapter.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.quanticity.ibkr.adapter.FakeSession;
import com.quanticity.ibkr.adapter.MovableClock;
import com.quanticity.ibkr.adapter.TestContracts;
import com.quanticity.ibkr.adapter.contract.Combination;
import com.quanticity.ibkr.adapter.contract.ContractDirectory;
import com.quanticity.ibkr.adapter.journal.JournalState;
import com.quanticity.ibkr.adapter.risk.TradingStateView;
import com.quanticity.ibkr.model.contract.Contract;
import com.quanticity.ibkr.model.contract.ContractId;
import com.quanticity.ibkr.model.order.ClientOrderId;
import com.quanticity.ibkr.model.order.Order;
import com.quanticity.ibkr.model.order.OrderTerms;
import com.quanticity.ibkr.model.order.Side;
import com.quanticity.ibkr.model.risk.DenialReason;
import com.quanticity.ibkr.model.risk.Limit;
import com.quanticity.ibkr.model.risk.LimitKind;
import com.quanticity.ibkr.model.risk.RiskScope;
import com.quanticity.ibkr.model.risk.RiskState;
import com.quanticity.ibkr.model.risk.ScopeKind;
import com.quanticity.ibkr.model.risk.TradingState;
import com.quanticity.ibkr.model.stream.Ulid;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A call spread: the long leg at 5.00 to 5.10, the short one at 2.00 to 2.10, so 2.90 to 3.10 net and 7.10 in all. */
class CombinationGateTest {

    private static final ContractId LONG = ContractId.of(11);
    private static final ContractId SHORT = ContractId.of(12);
    private static final String SPREAD = "BAG:+1 OPT:SPY 20261218 C 500 | -1 OPT:SPY 20261218 C 510";
    private static final RiskScope EACH = RiskScope.each(ScopeKind.INSTRUMENT);

    private final MovableClock clock = new MovableClock();
    private final TradingStateView tradingState = new TradingStateView(clock);
    private final ContractDirectory contracts = new ContractDirectory(List.of());
    private final TestGate bench = new TestGate(clock, new FakeSession(), tradingState, contracts);
    private final Ulid ids = new Ulid(clock);

    @BeforeEach
    void allIsWell() {
        resolve("OPT:SPY 20261218 C 500", LONG, "SPY   261218C00500000");
        resolve("OPT:SPY 20261218 C 510", SHORT, "SPY   261218C00510000");
        contracts.onResolved("SPY", TestContracts.reference(TestContracts.SPY));
        bench.quote(LONG, "5.00", "5.10");
        bench.quote(SHORT, "2.00", "2.10");
        tradingState.onRiskState(
                new RiskState(TradingState.ACTIVE, 1, "test", "because", clock.instant(), clock.instant()));
    }

    @Test
    void passesWithItsLegsUnderAnIdOfItsOwn() {
        GateDecision.Passed passed = (GateDecision.Passed) decide(order(SPREAD, Side.BUY, "1", "3.10"));
        Contract reversed = contracts
                .find("BAG:-1 OPT:SPY 20261218 C 510 | +1 OPT:SPY 20261218 C 500")
                .orElseThrow();

        assertThat(passed.legs())
                .extracting(leg -> leg.contract().id(), Combination.Leg::ratio)
                .containsExactly(tuple(LONG, 1), tuple(SHORT, -1));
        assertThat(passed.contract().id()).isEqualTo(reversed.id()).isNotIn(LONG, SHORT);
        assertThat(passed.contract().id().value()).isGreaterThan(1_500_000_000);
    }

    @ParameterizedTest
    @CsvSource({
        "BUY, 3.81,",
        "BUY, 3.82, PRICE_COLLAR",
        "BUY, -1,",
        "BUY, 0,",
        "SELL, 2.19,",
        "SELL, 2.18, PRICE_COLLAR",
        "SELL, -0.05, PRICE_COLLAR"
    })
    void holdsTheNetPriceToTheMarketOfItsLegs(Side side, String limit, @Nullable DenialReason reason) {
        bench.limit(Limit.of(RiskScope.FIRM, LimitKind.PRICE_COLLAR_PERCENT, "10"));

        assertThat(denial(order(SPREAD, side, "1", limit))).isEqualTo(reason);
    }

    @Test
    void isWorthWhatAllItsLegsAreWorth() {
        bench.limit(Limit.of(RiskScope.FIRM, LimitKind.ORDER_VALUE, "7455.00"));

        assertThat(denial(order(SPREAD, Side.BUY, "10", "0.01"))).isNull();
        assertThat(denial(order(SPREAD, Side.BUY, "11", "0.01"))).isEqualTo(DenialReason.ORDER_VALUE);
    }

    @Test
    void countsLegByLegWhatWorksAndWhatIsFilled() {
        Order spread = order(SPREAD.replace("-1", "-2"), Side.BUY, "10", "-1.00");
        GateDecision.Passed passed = (GateDecision.Passed) decide(spread);
        works(spread, passed, "4");

        assertThat(bench.exposures.strategyLine("alpha", LONG).low()).isEqualByComparingTo("4");
        assertThat(bench.exposures.strategyLine("alpha", LONG).longest()).isEqualByComparingTo("10");
        assertThat(bench.exposures.strategyLine("alpha", SHORT).high()).isEqualByComparingTo("-8");
        assertThat(bench.exposures.strategyLine("alpha", SHORT).shortest()).isEqualByComparingTo("-20");
        bench.limit(Limit.of(EACH, LimitKind.POSITION_SHORT, "20"));
        assertThat(denial(order(SPREAD, Side.BUY, "1", "3.00"))).isEqualTo(DenialReason.POSITION_LIMIT);
        assertThat(denial(order(SPREAD, Side.SELL, "1", "3.00"))).isNull();
    }

    @Test
    void addsUpTheExposureOfAllLegs() {
        bench.limit(Limit.of(RiskScope.FIRM, LimitKind.GROSS_EXPOSURE, "7100"));

        assertThat(denial(order(SPREAD, Side.BUY, "10", "3.00"))).isNull();
        assertThat(denial(order(SPREAD, Side.BUY, "11", "3.00"))).isEqualTo(DenialReason.EXPOSURE_LIMIT);
    }

    @Test
    void deniesWhatItCannotJudge() {
        assertThat(denial(order(SPREAD.replace("510", "520"), Side.BUY, "1", "3.00")))
                .isEqualTo(DenialReason.UNKNOWN_SYMBOL);
        assertThat(denial(order("BAG:+100 SPY | -1 OPT:SPY 20261218 C 510", Side.BUY, "1", "490")))
                .as("units of different size")
                .isEqualTo(DenialReason.REFERENCE_MISSING);
        bench.quote(SHORT, null, null);
        assertThat(denial(order(SPREAD, Side.BUY, "1", "3.00"))).isEqualTo(DenialReason.REFERENCE_MISSING);
        bench.notLive = "delayed";
        assertThat(decide(order(SPREAD, Side.BUY, "1", "3.00")).toString()).contains("PRICE_NOT_LIVE", "leg BUY SPY");
    }

    private void resolve(String spec, ContractId id, String occ) {
        contracts.onResolved(spec, TestContracts.option(id.value(), "SPY", occ, "SPY"));
    }

    private void works(Order order, GateDecision.Passed passed, String filled) {
        bench.watch()
                .onOrder(new WatchedOrder(
                        order,
                        "DU1234567",
                        passed.contract().id(),
                        passed.legs().stream().map(Combination.Leg::byId).toList(),
                        JournalState.WORKING,
                        new BigDecimal(filled),
                        "user",
                        clock.instant(),
                        0,
                        false,
                        clock.instant()));
    }

    private Order order(String symbol, Side side, String quantity, String limit) {
        return Order.of(
                ClientOrderId.of(ids.next()),
                symbol,
                side,
                new BigDecimal(quantity),
                OrderTerms.of(new BigDecimal(limit)),
                "alpha");
    }

    private GateDecision decide(Order order) {
        return bench.gate().decide(order, "user", clock.instant());
    }

    private @Nullable DenialReason denial(Order order) {
        return decide(order) instanceof GateDecision.Denied denied ? denied.reason() : null;
    }
}

package com.quanticity.ibkr.adapter.gate;

import com.quanticity.ibkr.adapter.FakeSession;
import com.quanticity.ibkr.adapter.TestContracts;
import com.quanticity.ibkr.adapter.TestLimits;
import com.quanticity.ibkr.adapter.contract.ContractDirectory;
import com.quanticity.ibkr.adapter.gate.activity.Activity;
import com.quanticity.ibkr.adapter.gate.activity.StrategyLocks;
import com.quanticity.ibkr.adapter.gate.exposure.Exposures;
import com.quanticity.ibkr.adapter.gate.limit.LimitBook;
import com.quanticity.ibkr.adapter.gate.limit.OverrideDesk;
import com.quanticity.ibkr.adapter.gate.price.Market;
import com.quanticity.ibkr.adapter.gate.price.PriceRanges;
import com.quanticity.ibkr.adapter.gate.price.Valuation;
import com.quanticity.ibkr.adapter.lock.InstrumentLockView;
import com.quanticity.ibkr.adapter.marketdata.Level1Facts;
import com.quanticity.ibkr.adapter.risk.TradingStateView;
import com.quanticity.ibkr.model.contract.ContractId;
import com.quanticity.ibkr.model.market.MarketDataType;
import com.quanticity.ibkr.model.market.Quote;
import com.quanticity.ibkr.model.order.ClientOrderId;
import com.quanticity.ibkr.model.risk.Limit;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The gate with everything it looks at, to be set by the test: SPY at 500.00 to 500.02, no positions, limits far away. */
public final class TestGate implements Market {

    public final TestRates rates = new TestRates();
    public final Exposures exposures = new Exposures(rates);
    public final Activity activity = new Activity();
    public final StrategyLocks locks = new StrategyLocks();
    public final InstrumentLockView instrumentLocks = new InstrumentLockView();
    public final PriceRanges ranges = new PriceRanges();
    public final LimitBook limits;
    public @Nullable String notLive;
    public @Nullable BigDecimal buyingPower;
    public Optional<String> planned = Optional.empty();
    public String missing = "";
    public Level1Facts facts = Level1Facts.NONE;
    private final Map<ContractId, Quote> quotes = new HashMap<>();
    private final Map<String, ClientOrderId> taken = new HashMap<>();
    private final GateParts parts;
    private final OrderGate gate;
    private final Clock clock;

    public TestGate(Clock clock, FakeSession session, TradingStateView tradingState, ContractDirectory contracts) {
        this.clock = clock;
        this.limits = new LimitBook(clock);
        this.parts = new GateParts(
                tradingState,
                session::state,
                new RecoveryBarrier() {
                    @Override
                    public boolean isComplete() {
                        return missing.isEmpty();
                    }

                    @Override
                    public String missing() {
                        return missing;
                    }
                },
                session::managedAccounts,
                now -> planned,
                contracts,
                this,
                new Valuation(contracts, rates),
                ranges,
                limits,
                new OverrideDesk((override, order, now) -> {
                    taken.putIfAbsent(override, order);
                    return taken.get(override);
                }),
                exposures,
                activity,
                locks,
                instrumentLocks,
                account -> buyingPower,
                Duration.ofSeconds(30),
                clock);
        this.gate = new OrderGate(parts);
        exposures.onPositions(List.of());
        quote(TestContracts.SPY.id(), "500.00", "500.02");
        limit();
    }

    public OrderGate gate() {
        return gate;
    }

    GateReadiness readiness() {
        return new GateReadiness(parts);
    }

    public OrderWatch watch() {
        return order -> {
            exposures.onOrder(order);
            activity.onOrder(order);
        };
    }

    /** Limits beside generous ones, or in place of them. */
    public void limit(Limit... tighter) {
        limits.onLimits(TestLimits.with(clock.instant(), tighter));
    }

    public void quote(ContractId contractId, @Nullable String bid, @Nullable String ask) {
        quotes.put(
                contractId,
                new Quote(
                        "SPY",
                        contractId,
                        decimal(bid),
                        BigDecimal.TEN,
                        decimal(ask),
                        BigDecimal.TEN,
                        null,
                        null,
                        "",
                        "",
                        MarketDataType.LIVE,
                        1,
                        1,
                        Instant.EPOCH));
    }

    private static @Nullable BigDecimal decimal(@Nullable String text) {
        return text == null ? null : new BigDecimal(text);
    }

    @Override
    public Optional<String> whyNotLive(ContractId contractId) {
        return Optional.ofNullable(notLive);
    }

    @Override
    public @Nullable Quote quote(ContractId contractId) {
        return quotes.get(contractId);
    }

    @Override
    public Level1Facts facts(ContractId contractId) {
        return facts;
    }
}

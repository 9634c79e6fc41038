package com.quanticity.ibkr.benchmarks.gate;

import com.quanticity.ibkr.adapter.WatchListEntry;
import com.quanticity.ibkr.adapter.contract.ContractDirectory;
import com.quanticity.ibkr.adapter.gate.GateDecision;
import com.quanticity.ibkr.adapter.gate.GateParts;
import com.quanticity.ibkr.adapter.gate.OrderGate;
import com.quanticity.ibkr.adapter.gate.RecoveryBarrier;
import com.quanticity.ibkr.adapter.gate.WatchedOrder;
import com.quanticity.ibkr.adapter.gate.activity.Activity;
import com.quanticity.ibkr.adapter.gate.activity.StrategyLocks;
import com.quanticity.ibkr.adapter.gate.exposure.Exposures;
import com.quanticity.ibkr.adapter.gate.exposure.HeldPosition;
import com.quanticity.ibkr.adapter.gate.limit.LimitBook;
import com.quanticity.ibkr.adapter.gate.limit.OverrideDesk;
import com.quanticity.ibkr.adapter.gate.price.ExchangeRates;
import com.quanticity.ibkr.adapter.gate.price.Market;
import com.quanticity.ibkr.adapter.gate.price.PriceRanges;
import com.quanticity.ibkr.adapter.gate.price.Valuation;
import com.quanticity.ibkr.adapter.journal.JournalState;
import com.quanticity.ibkr.adapter.lock.InstrumentLockView;
import com.quanticity.ibkr.adapter.marketdata.Level1Facts;
import com.quanticity.ibkr.adapter.risk.TradingStateView;
import com.quanticity.ibkr.model.contract.Contract;
import com.quanticity.ibkr.model.contract.ContractId;
import com.quanticity.ibkr.model.contract.ContractReference;
import com.quanticity.ibkr.model.contract.SecurityType;
import com.quanticity.ibkr.model.market.MarketDataType;
import com.quanticity.ibkr.model.market.Quote;
import com.quanticity.ibkr.model.order.ClientOrderId;
import com.quanticity.ibkr.model.order.Order;
import com.quanticity.ibkr.model.order.OrderTerms;
import com.quanticity.ibkr.model.order.Side;
import com.quanticity.ibkr.model.risk.Limit;
import com.quanticity.ibkr.model.risk.LimitKind;
import com.quanticity.ibkr.model.risk.Limits;
import com.quanticity.ibkr.model.risk.Permission;
import com.quanticity.ibkr.model.risk.RiskScope;
import com.quanticity.ibkr.model.risk.RiskState;
import com.quanticity.ibkr.model.risk.ScopeKind;
import com.quanticity.ibkr.model.risk.TradingState;
import com.quanticity.ibkr.model.session.SessionState;
import com.quanticity.ibkr.model.stream.Ulid;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A gate in the middle of a day: 100 contracts held, 2,000 orders working in them (ten on each side of each), a limit of every kind in
 * every scope that can have one, two desks, live prices. No clock moves.
 */
final class GateState {

    /** Every limit, so that none is met. */
    static final String FAR_AWAY = "1000000000";

    private static final String ACCOUNT = "DU1234567";
    private static final Instant NOW = Instant.parse("2026-03-02T14:30:00Z");
    private static final int CONTRACTS = 100;
    private static final int ORDERS_OF_A_SIDE = 10;

    private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    private final Ulid ids = new Ulid(clock);
    private final Exposures exposures = new Exposures(new Dollars());
    private final Activity activity = new Activity();
    private final ContractDirectory contracts;
    private final OrderGate gate;

    GateState() {
        List<WatchListEntry> watched = new ArrayList<>();
        for (int i = 0; i < CONTRACTS; i++) {
            watched.add(WatchListEntry.of("S" + i));
        }
        contracts = new ContractDirectory(watched);
        TradingStateView tradingState = new TradingStateView(clock);
        tradingState.onRiskState(new RiskState(TradingState.ACTIVE, 1, "", "", NOW, NOW));
        LimitBook limits = new LimitBook(clock);
        limits.onLimits(limits());
        gate = new OrderGate(new GateParts(
                tradingState,
                () -> SessionState.READY,
                new Recovered(),
                () -> List.of(ACCOUNT),
                now -> Optional.empty(),
                contracts,
                new Quotes(),
                new Valuation(contracts, new Dollars()),
                new PriceRanges(),
                limits,
                new OverrideDesk((override, taker, now) -> taker),
                exposures,
                activity,
                new StrategyLocks(),
                new InstrumentLockView(),
                account -> new BigDecimal(FAR_AWAY),
                Duration.ofSeconds(30),
                clock));
    }

    /** Resolves the contracts, holds some of each and lets orders work. */
    void fill() {
        List<HeldPosition> held = new ArrayList<>();
        for (int i = 0; i < CONTRACTS; i++) {
            held.add(new HeldPosition(
                    ACCOUNT, ContractId.of(i + 1), new BigDecimal("100"), new BigDecimal("500"), "USD"));
        }
        exposures.onPositions(held);
        for (int i = 0; i < CONTRACTS; i++) {
            String symbol = "S" + i;
            contracts.onResolved(symbol, reference(symbol));
            for (int j = 0; j < ORDERS_OF_A_SIDE; j++) {
                works(symbol, order(symbol, Side.BUY, "499.00"));
                works(symbol, order(symbol, Side.SELL, "501.00"));
            }
        }
    }

    GateDecision decide(Order order) {
        return gate.decide(order, "trader", NOW);
    }

    GateDecision decideChange(Order changed) {
        return gate.decideChange(changed, "trader", NOW);
    }

    /** @throws IllegalStateException when it is denied: then a benchmark would measure something else */
    Order passing(Order order) {
        if (decide(order) instanceof GateDecision.Denied denied) {
            throw new IllegalStateException("the order of a benchmark is denied: " + denied);
        }
        return order;
    }

    void works(String symbol, Order order) {
        tell(symbol, order, JournalState.WORKING);
    }

    void ends(String symbol, Order order) {
        tell(symbol, order, JournalState.CANCELLED);
    }

    private void tell(String symbol, Order order, JournalState state) {
        WatchedOrder watched = new WatchedOrder(
                order, ACCOUNT, id(symbol), List.of(), state, BigDecimal.ZERO, "trader", NOW, 0, false, NOW);
        exposures.onOrder(watched);
        activity.onOrder(watched);
    }

    /** @param price null for a market order */
    Order order(String symbol, Side side, @Nullable String price) {
        return Order.of(
                ClientOrderId.of(ids.next()),
                symbol,
                side,
                BigDecimal.TEN,
                OrderTerms.of(price == null ? null : new BigDecimal(price)),
                "alpha");
    }

    private static ContractId id(String symbol) {
        return ContractId.of(Integer.parseInt(symbol.substring(1)) + 1);
    }

    private static ContractReference reference(String symbol) {
        return ContractReference.of(
                new Contract(id(symbol), symbol, SecurityType.STOCK, "SMART", "ARCA", "USD", symbol, symbol),
                symbol,
                new BigDecimal("0.01"),
                List.of("SMART", "ARCA"),
                "US/Eastern",
                "",
                NOW);
    }

    private static Limits limits() {
        List<Limit> limits = new ArrayList<>();
        for (LimitKind kind : LimitKind.values()) {
            for (ScopeKind scope : ScopeKind.values()) {
                if (kind.isFor(scope)) {
                    limits.add(new Limit(
                            scope == ScopeKind.FIRM ? RiskScope.FIRM : RiskScope.each(scope),
                            kind,
                            new BigDecimal(kind == LimitKind.MARKET_SAFETY_PERCENT ? "2" : FAR_AWAY),
                            kind.isWindowed() ? Duration.ofMinutes(1) : null));
                }
            }
        }
        return new Limits(
                1,
                "",
                "",
                NOW,
                NOW,
                limits,
                List.of(),
                List.of(Permission.ALL),
                Map.of("alpha", "one", "beta", "one", "gamma", "two"),
                List.of());
    }

    private record Dollars() implements ExchangeRates {

        @Override
        public String currency() {
            return "USD";
        }

        @Override
        public BigDecimal rate(String currency) {
            return BigDecimal.ONE;
        }
    }

    private record Recovered() implements RecoveryBarrier {

        @Override
        public boolean isComplete() {
            return true;
        }

        @Override
        public String missing() {
            return "";
        }
    }

    /** 499.99 to 500.01 everywhere. */
    private static final class Quotes implements Market {

        private final Quote quote = new Quote(
                "S0",
                ContractId.of(1),
                new BigDecimal("499.99"),
                BigDecimal.TEN,
                new BigDecimal("500.01"),
                BigDecimal.TEN,
                new BigDecimal("500.00"),
                BigDecimal.TEN,
                "",
                "",
                MarketDataType.LIVE,
                1,
                1,
                NOW);

        @Override
        public Optional<String> whyNotLive(ContractId contractId) {
            return Optional.empty();
        }

        @Override
        public Quote quote(ContractId contractId) {
            return quote;
        }

        @Override
        public Level1Facts facts(ContractId contractId) {
            return Level1Facts.NONE;
        }
    }
}

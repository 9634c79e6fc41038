package com.quanticity.ibkr.simulator.derived;

import com.quanticity.ibkr.simulator.calendar.MarketPhase;
import com.quanticity.ibkr.simulator.calendar.TradingCalendar;
import com.quanticity.ibkr.simulator.calendar.TradingHours;
import com.quanticity.ibkr.simulator.contract.BondTerms;
import com.quanticity.ibkr.simulator.contract.ContractMaster;
import com.quanticity.ibkr.simulator.contract.ContractQuery;
import com.quanticity.ibkr.simulator.contract.Derivation;
import com.quanticity.ibkr.simulator.contract.ListedContract;
import com.quanticity.ibkr.simulator.market.BestPrice;
import com.quanticity.ibkr.simulator.market.Book;
import com.quanticity.ibkr.simulator.market.BookRow;
import com.quanticity.ibkr.simulator.market.Deriver;
import com.quanticity.ibkr.simulator.market.Market;
import com.quanticity.ibkr.simulator.market.MarketEvent;
import com.quanticity.ibkr.simulator.market.MarketListener;
import com.quanticity.ibkr.simulator.market.QuoteChange;
import com.quanticity.ibkr.simulator.market.SymbolMarket;
import com.quanticity.ibkr.simulator.pricing.OptionModel;
import com.quanticity.ibkr.simulator.pricing.Volatilities;
import com.quanticity.ibkr.simulator.time.EventLoop;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The markets of options, futures, indices, bonds, combinations and contracts for difference. Each is priced anew at most every
 * 100 ms after what it follows has moved, two hundred of them in one go. Its events bear market time; how long an option or
 * future still lives is a matter of the simulator's clock, which says what is listed, too.
 */
public final class DerivedMarkets implements Deriver, MarketListener {

    private static final Duration STEP = Duration.ofMillis(100);
    private static final int IN_ONE_GO = 200;
    private static final int LEVELS = 10;
    private static final double RATE = 0.04;
    private static final double DIVIDENDS = 0.006;

    private final EventLoop loop;
    private final ContractMaster contracts;
    private final Market market;
    private final TradingCalendar calendar;
    private final InstantSource marketTime;
    private final long seed;
    private final Map<SymbolMarket, List<Follower>> followers = new HashMap<>();
    private final Map<Follower, LocalDate> days = new HashMap<>();
    private final Set<Follower> waiting = new LinkedHashSet<>();
    private boolean isScheduled;

    /**
     * Markets that follow what the feed shows.
     *
     * @param calendar when they trade, by market time
     * @param marketTime of the feed
     */
    public DerivedMarkets(
            EventLoop loop,
            ContractMaster contracts,
            Market market,
            TradingCalendar calendar,
            InstantSource marketTime,
            long seed) {
        this.loop = loop;
        this.contracts = contracts;
        this.market = market;
        this.calendar = calendar;
        this.marketTime = marketTime;
        this.seed = seed;
    }

    @Override
    public boolean begin(SymbolMarket fresh) {
        Optional<Follower> follower = followerOf(fresh);
        follower.ifPresent(this::start);
        return follower.isPresent();
    }

    private Optional<Follower> followerOf(SymbolMarket fresh) {
        ListedContract contract = fresh.contract();
        if (contract.secType().equals("BAG")) {
            return combo(fresh);
        }
        Optional<ListedContract> underlyingOfCfd = contracts.underlyingOfCfd(contract);
        if (underlyingOfCfd.isPresent()) {
            return market.of(underlyingOfCfd.get()).map(underlying -> new FollowingCfd(fresh, underlying, seed));
        }
        Derivation derivation = contract.derivation();
        BigDecimal strike = derivation == null ? null : derivation.strike();
        if (derivation != null && strike != null) {
            return contracts
                    .ofId(derivation.underlyingId())
                    .flatMap(market::of)
                    .map(underlying -> option(fresh, underlying, derivation, strike));
        }
        return Anchors.of(contract)
                .flatMap(anchor -> market.all().stream()
                        .filter(one -> one.contract().symbol().equals(anchor.symbol()))
                        .findFirst()
                        .map(followed -> follower(fresh, followed, anchor)));
    }

    private Follower follower(SymbolMarket fresh, SymbolMarket followed, Anchors.Anchor anchor) {
        return switch (fresh.contract().secType()) {
            case "IND" -> new FollowingIndex(fresh, followed, anchor.factor(), seed);
            case "BOND" -> new FollowingBond(fresh, followed, BondTerms.of(fresh.contract()), seed);
            default -> new FollowingFuture(fresh, followed, anchor.factor(), seed);
        };
    }

    /** Empty when a leg has no market. */
    private Optional<Follower> combo(SymbolMarket fresh) {
        List<FollowingCombo.Part> parts = new ArrayList<>();
        List<ContractQuery.Leg> legs = contracts.legsOf(fresh.contract());
        for (ContractQuery.Leg leg : legs) {
            int ratio = leg.action().equals("SELL") ? -leg.ratio() : leg.ratio();
            contracts
                    .ofId(leg.conId())
                    .flatMap(market::of)
                    .ifPresent(found -> parts.add(new FollowingCombo.Part(found, ratio)));
        }
        return parts.isEmpty() || parts.size() < legs.size()
                ? Optional.empty()
                : Optional.of(new FollowingCombo(fresh, parts, seed));
    }

    private Follower option(SymbolMarket fresh, SymbolMarket underlying, Derivation derivation, BigDecimal strike) {
        boolean isOnFuture = derivation.underlyingType().equals("FUT");
        return new FollowingOption(
                fresh,
                underlying,
                new OptionModel(RATE, isOnFuture ? RATE : DIVIDENDS),
                Volatilities.surfaceOf(derivation.underlyingSymbol()),
                derivation.right().equals("C"),
                derivation.underlyingType().equals("STK"),
                strike.doubleValue(),
                derivation.expiry(),
                seed);
    }

    /** Yesterday's price first, then today's. */
    private void start(Follower follower) {
        Instant now = marketTime.instant();
        BigDecimal close =
                follower instanceof FollowingCombo ? null : follower.followed().close();
        SymbolMarket own = follower.own();
        if (close != null) {
            BigDecimal price = middleOf(follower.at(close.doubleValue(), loop.now()));
            if (price != null) {
                market.prime(own, trade(follower, price, BigDecimal.ZERO, now));
                market.prime(own, new MarketEvent.NewDay(own.contract().symbol(), nanos(now)));
            }
        }
        days.put(follower, TradingCalendar.dateOf(now));
        follower.allFollowed()
                .forEach(followed -> followers
                        .computeIfAbsent(followed, any -> new ArrayList<>())
                        .add(follower));
        eventsOf(follower, now).forEach(event -> market.prime(own, event));
    }

    private static @Nullable BigDecimal middleOf(Follower.Prices prices) {
        BigDecimal ask = prices.ask().price();
        return prices.last() == null ? ask : prices.last();
    }

    @Override
    public void onQuote(SymbolMarket symbol, QuoteChange change) {
        onMove(symbol);
    }

    @Override
    public void onTrade(SymbolMarket symbol, MarketEvent.Trade trade) {
        if (symbol.bid().price() == null) {
            onMove(symbol);
        }
    }

    @Override
    public void onStatus(SymbolMarket symbol) {
        onMove(symbol);
    }

    private void onMove(SymbolMarket symbol) {
        List<Follower> affected = followers.get(symbol);
        if (affected != null) {
            waiting.addAll(affected);
            schedule();
        }
    }

    private void schedule() {
        if (!isScheduled) {
            isScheduled = true;
            loop.after(STEP, this::priceWaiting);
        }
    }

    private void priceWaiting() {
        isScheduled = false;
        Queue<Follower> batch = new ArrayDeque<>();
        waiting.stream().limit(IN_ONE_GO).forEach(batch::add);
        waiting.removeAll(Set.copyOf(batch));
        Instant now = marketTime.instant();
        for (Follower follower : batch) {
            eventsOf(follower, now).forEach(event -> market.apply(follower.own(), event));
        }
        if (!waiting.isEmpty()) {
            schedule();
        }
    }

    /** What happens now: a new day, a quote with its book, a trade. */
    private List<MarketEvent> eventsOf(Follower follower, Instant now) {
        List<MarketEvent> events = new ArrayList<>(4);
        String symbol = follower.contract().symbol();
        LocalDate today = TradingCalendar.dateOf(now);
        if (!today.equals(days.put(follower, today))) {
            events.add(new MarketEvent.NewDay(symbol, nanos(now)));
        }
        Follower.Prices prices = pricesOf(follower, now);
        market.setModel(follower.own(), prices.model());
        if (!follower.isCalculated()) {
            events.add(new MarketEvent.Quote(symbol, nanos(now), follower.nextRow(), prices.bid(), prices.ask()));
        }
        if (follower.hasDepth()) {
            events.add(new MarketEvent.Depth(symbol, nanos(now), bookOf(follower, prices)));
        }
        BigDecimal last = prices.last();
        if (last != null) {
            BigDecimal size = follower.isCalculated()
                    ? BigDecimal.ZERO
                    : BigDecimal.valueOf(1 + follower.random().nextInt(10));
            events.add(trade(follower, last, size, now));
        }
        return events;
    }

    private Follower.Prices pricesOf(Follower follower, Instant now) {
        TradingHours hours = TradingHours.ofSecurityType(follower.contract().secType());
        Double spot = follower.spot();
        return spot == null || calendar.phaseAt(hours, now) == MarketPhase.CLOSED
                ? Follower.Prices.NONE
                : follower.at(spot, loop.now());
    }

    private static MarketEvent.Trade trade(Follower follower, BigDecimal price, BigDecimal size, Instant now) {
        return new MarketEvent.Trade(follower.contract().symbol(), nanos(now), price, size, true);
    }

    private static Book bookOf(Follower follower, Follower.Prices prices) {
        return new Book(side(follower, prices.bid(), -1), side(follower, prices.ask(), 1));
    }

    private static List<BookRow> side(Follower follower, BestPrice best, int direction) {
        BigDecimal price = best.price();
        if (price == null) {
            return List.of();
        }
        BigDecimal step = follower.contract().minTick().multiply(BigDecimal.valueOf(direction));
        List<BookRow> rows = new ArrayList<>(LEVELS);
        rows.add(new BookRow(price, best.size(), follower.contract().exchange(), ""));
        for (int level = 1; level < LEVELS; level++) {
            rows.add(new BookRow(
                    price.add(step.multiply(BigDecimal.valueOf(level))),
                    BigDecimal.valueOf(10 + follower.random().nextInt(150)),
                    follower.contract().exchange(),
                    ""));
        }
        return rows;
    }

    private static long nanos(Instant now) {
        return Math.addExact(Math.multiplyExact(now.getEpochSecond(), 1_000_000_000L), now.getNano());
    }
}

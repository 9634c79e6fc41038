package com.quanticity.ibkr.simulator.past;

import com.quanticity.ibkr.simulator.calendar.TradingCalendar;
import com.quanticity.ibkr.simulator.contract.Derivation;
import com.quanticity.ibkr.simulator.contract.ListedContract;
import com.quanticity.ibkr.simulator.derived.Anchors;
import com.quanticity.ibkr.simulator.market.Market;
import com.quanticity.ibkr.simulator.market.MarketEvent;
import com.quanticity.ibkr.simulator.market.MarketListener;
import com.quanticity.ibkr.simulator.market.Playback;
import com.quanticity.ibkr.simulator.market.QuoteChange;
import com.quanticity.ibkr.simulator.market.SymbolMarket;
import com.quanticity.ibkr.simulator.pricing.OptionModel;
import com.quanticity.ibkr.simulator.pricing.OptionTerms;
import com.quanticity.ibkr.simulator.recording.RecordedBars;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The history of all instruments of one broker, shared by its gateways. Event loop only. */
public final class MarketHistory implements MarketListener {

    private static final double USUAL_VOLATILITY = 0.25;

    private final long seed;
    private final Market market;
    private final Playback playback;
    private final TradingCalendar calendar;
    private final @Nullable Path recordings;
    private final Map<Integer, BigDecimal> openingMarks = new HashMap<>();
    private final Set<Integer> withMarket = new HashSet<>();
    private final Map<Integer, LiveTape> tapes = new HashMap<>();
    private final TickShelf shelf = new TickShelf();
    private final Map<Integer, InstrumentHistory> histories = new HashMap<>();

    /**
     * A history that hears of the market from now on.
     *
     * @param seed the same seed makes the same past
     * @param calendar the hours of the running market
     * @param recordings the folder of a recorded market, or null
     */
    public MarketHistory(
            long seed, Market market, Playback playback, TradingCalendar calendar, @Nullable Path recordings) {
        this.seed = seed;
        this.market = market;
        this.playback = playback;
        this.calendar = calendar;
        this.recordings = recordings;
        market.addListener(this);
    }

    /** Takes the prices of this moment as those at which the past ends. Called once, before the market runs. */
    public void begin() {
        for (SymbolMarket symbol : market.all()) {
            withMarket.add(symbol.contract().conId());
            BigDecimal mark = symbol.mark();
            if (mark != null) {
                openingMarks.put(symbol.contract().conId(), mark);
            }
        }
    }

    /** Where the market is in its own time. */
    public Instant now() {
        return playback.marketTime();
    }

    /** Lets the market run for somebody who watches it. */
    public void watch() {
        playback.begin();
    }

    public InstrumentHistory of(ListedContract contract) {
        return histories.computeIfAbsent(contract.conId(), any -> history(contract));
    }

    private InstrumentHistory history(ListedContract contract) {
        Instrument instrument = Instrument.of(contract);
        BigDecimal mark = openingMarks.get(contract.conId());
        double anchor = mark == null ? inventedPrice(contract) : mark.doubleValue();
        long begun = playback.start().getEpochSecond();
        boolean hasMarket = withMarket.contains(contract.conId());
        Past past = recorded(instrument).orElseGet(() -> new SyntheticPast(instrument, seed, begun, anchor, hasMarket));
        return new InstrumentHistory(instrument, past, tape(contract), calendar);
    }

    /** What was recorded of an instrument; nothing when there are no bars of it, whose past is then made up. */
    private Optional<Past> recorded(Instrument instrument) {
        return Optional.ofNullable(recordings)
                .map(folder -> RecordedBars.of(folder, instrument.symbol()))
                .filter(bars -> !bars.isEmpty())
                .map(bars -> new RecordedPast(
                        instrument,
                        Objects.requireNonNull(recordings),
                        bars,
                        shelf,
                        playback.start().getEpochSecond()));
    }

    /** A price for what has none yet: options by the model, everything else somewhere in the usual range of its kind. */
    private double inventedPrice(ListedContract contract) {
        double chance = Chance.uniform(Chance.mix(seed, contract.conId()));
        return switch (contract.secType()) {
            case "OPT", "FOP" -> optionPrice(contract).orElse(1 + 9 * chance);
            case "CASH" -> contract.currency().equals("JPY") ? 150 : 0.9 + 0.5 * chance;
            case "IND", "FUT", "CONTFUT" -> followedPrice(contract).orElse(1_000 * StrictMath.exp(2 * chance));
            case "CFD" -> openingMark(contract.symbol()).orElse(20 * StrictMath.exp(3 * chance));
            case "CRYPTO" -> 2_000 * StrictMath.exp(4 * chance);
            case "BOND", "BILL" -> 90 + 15 * chance;
            default -> 20 * StrictMath.exp(3 * chance);
        };
    }

    /** What an index or a future was worth by what it follows when the past ended. */
    private OptionalDouble followedPrice(ListedContract contract) {
        Optional<Anchors.Anchor> anchor = Anchors.of(contract);
        OptionalDouble followed = anchor.isEmpty()
                ? OptionalDouble.empty()
                : openingMark(anchor.get().symbol());
        return followed.isEmpty()
                ? followed
                : OptionalDouble.of(
                        followed.getAsDouble() * anchor.get().factor() * Anchors.carry(contract, playback.start()));
    }

    private OptionalDouble openingMark(String symbol) {
        return market.all().stream()
                .map(SymbolMarket::contract)
                .filter(contract -> contract.symbol().equals(symbol))
                .map(contract -> openingMarks.get(contract.conId()))
                .filter(Objects::nonNull)
                .mapToDouble(BigDecimal::doubleValue)
                .findFirst();
    }

    private OptionalDouble optionPrice(ListedContract contract) {
        Derivation terms = contract.derivation();
        BigDecimal strike = terms == null ? null : terms.strike();
        BigDecimal spot = terms == null ? null : openingMarks.get(terms.underlyingId());
        if (terms == null || strike == null || spot == null) {
            return OptionalDouble.empty();
        }
        double days = ChronoUnit.DAYS.between(TradingCalendar.dateOf(playback.start()), terms.expiry()) + 1.0;
        OptionTerms option = new OptionTerms(terms.right().equals("C"), false, strike.doubleValue(), days / 365);
        double price = OptionModel.usual().price(option, spot.doubleValue(), USUAL_VOLATILITY);
        return OptionalDouble.of(Math.max(price, contract.minTick().doubleValue()));
    }

    private LiveTape tape(ListedContract contract) {
        return tapes.computeIfAbsent(contract.conId(), any -> new LiveTape());
    }

    @Override
    public void onQuote(SymbolMarket symbol, QuoteChange change) {
        tape(symbol.contract()).onQuote(symbol, playback.marketTime().toEpochMilli());
    }

    @Override
    public void onTrade(SymbolMarket symbol, MarketEvent.Trade trade) {
        tape(symbol.contract()).onTrade(trade, symbol.contract().listingExchange());
    }
}

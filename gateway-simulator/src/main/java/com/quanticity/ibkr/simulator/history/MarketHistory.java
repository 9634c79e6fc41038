package com.quanticity.ibkr.simulator.history;

import com.quanticity.ibkr.simulator.calendar.TradingCalendar;
import com.quanticity.ibkr.simulator.contract.ListedContract;
import com.quanticity.ibkr.simulator.market.Market;
import com.quanticity.ibkr.simulator.market.MarketEvent;
import com.quanticity.ibkr.simulator.market.MarketListener;
import com.quanticity.ibkr.simulator.market.Playback;
import com.quanticity.ibkr.simulator.market.QuoteChange;
import com.quanticity.ibkr.simulator.market.SymbolMarket;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The history of all instruments of one broker, shared by its gateways. Event loop only. */
public final class MarketHistory implements MarketListener {

    private final long seed;
    private final Market market;
    private final Playback playback;
    private final TradingCalendar calendar;
    private final Map<Integer, BigDecimal> openingMarks = new HashMap<>();
    private final Map<Integer, LiveTape> tapes = new HashMap<>();
    private final Map<Integer, InstrumentHistory> histories = new HashMap<>();

    /**
     * A history that hears of the market from now on.
     *
     * @param seed the same seed makes the same past
     * @param calendar the hours of the running market
     */
    public MarketHistory(long seed, Market market, Playback playback, TradingCalendar calendar) {
        this.seed = seed;
        this.market = market;
        this.playback = playback;
        this.calendar = calendar;
        market.addListener(this);
    }

    /** Takes the prices of this moment as those at which the past ends. Called once, before the market runs. */
    public void begin() {
        for (SymbolMarket symbol : market.all()) {
            BigDecimal mark = symbol.mark();
            if (mark != null) {
                openingMarks.put(symbol.contract().conId(), mark);
            }
        }
    }

    /** Where the market is in its own time. */
    Instant now() {
        return playback.marketTime();
    }

    /** Lets the market run for somebody who watches it. */
    void watch() {
        playback.begin();
    }

    InstrumentHistory of(ListedContract contract) {
        return histories.computeIfAbsent(contract.conId(), any -> history(contract));
    }

    private InstrumentHistory history(ListedContract contract) {
        Instrument instrument = Instrument.of(contract);
        Optional<SymbolMarket> symbol = market.of(contract);
        BigDecimal mark = openingMarks.get(contract.conId());
        double anchor = mark == null ? inventedPrice(contract) : mark.doubleValue();
        Past past = new SyntheticPast(instrument, seed, playback.start().getEpochSecond(), anchor, symbol.isPresent());
        return new InstrumentHistory(instrument, past, tape(contract), calendar);
    }

    /** Between 20 and 400. */
    private double inventedPrice(ListedContract contract) {
        return 20 * StrictMath.exp(3 * Chance.uniform(Chance.mix(seed, contract.conId())));
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

    /** The running market of a contract, or null when it has none. */
    @Nullable SymbolMarket marketOf(ListedContract contract) {
        return market.of(contract).orElse(null);
    }
}

package com.quanticity.ibkr.simulator.market;

import com.quanticity.ibkr.simulator.contract.ContractMaster;
import com.quanticity.ibkr.simulator.contract.ListedContract;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The current state of every symbol that has a market. */
public final class Market {

    private static final Logger log = LoggerFactory.getLogger(Market.class);

    private final Map<String, SymbolMarket> symbols = new TreeMap<>();
    private final Map<Integer, SymbolMarket> byId = new LinkedHashMap<>();
    private final Halts halts = new Halts();
    private @Nullable Deriver deriver;
    private final List<MarketListener> listeners = new ArrayList<>();

    public Market(ContractMaster contracts, SortedSet<String> withMarket) {
        for (String symbol : withMarket) {
            SymbolMarket market = new SymbolMarket(contracts.ofSymbol(symbol));
            symbols.put(symbol, market);
            byId.put(market.contract().conId(), market);
        }
    }

    /** Listeners hear of an event in the order they were added. */
    public void addListener(MarketListener listener) {
        listeners.add(listener);
    }

    /** Who makes the markets that no feed has. */
    public void setDeriver(Deriver other) {
        deriver = other;
    }

    /** The market of a contract; empty when it is listed but has no market here. */
    public Optional<SymbolMarket> of(ListedContract contract) {
        SymbolMarket known = byId.get(contract.conId());
        return known == null ? derive(contract) : Optional.of(known);
    }

    private Optional<SymbolMarket> derive(ListedContract contract) {
        if (deriver == null) {
            return Optional.empty();
        }
        SymbolMarket fresh = new SymbolMarket(contract);
        if (!deriver.begin(fresh)) {
            return Optional.empty();
        }
        byId.put(contract.conId(), fresh);
        return Optional.of(fresh);
    }

    /** The markets of the feed, by symbol; derived ones are not among them. */
    public Collection<SymbolMarket> all() {
        return symbols.values();
    }

    /** Takes in what happened before the playback: nobody hears of it, nothing counts it. */
    void prime(MarketEvent event) {
        prime(marketOf(event), event);
    }

    /** Takes in what happened before anybody looked. */
    public void prime(SymbolMarket symbol, MarketEvent event) {
        switch (event) {
            case MarketEvent.Quote quote -> symbol.apply(quote);
            case MarketEvent.Trade trade -> symbol.apply(trade);
            case MarketEvent.Depth depth -> symbol.apply(depth);
            case MarketEvent.Auction auction -> symbol.apply(auction);
            case MarketEvent.NewDay _ -> symbol.startDay();
            case MarketEvent.Halt halt -> symbol.setHalt(halt.kind());
        }
    }

    /** Takes in an event and tells it; what a halted instrument would do meanwhile does not happen. */
    void apply(MarketEvent event) {
        apply(marketOf(event), event);
    }

    /** Takes in an event of one market, whatever symbol it names, and tells it. */
    public void apply(SymbolMarket symbol, MarketEvent event) {
        switch (event) {
            case MarketEvent.Quote quote -> {
                if (!symbol.isHalted()) {
                    applyQuote(symbol, quote);
                }
            }
            case MarketEvent.Trade trade -> {
                if (!symbol.isHalted()) {
                    applyTrade(symbol, trade);
                }
            }
            case MarketEvent.Depth depth -> {
                if (!symbol.isHalted()) {
                    symbol.apply(depth);
                    listeners.forEach(listener -> listener.onDepth(symbol));
                }
            }
            case MarketEvent.Auction auction -> {
                symbol.apply(auction);
                tellStatus(symbol);
            }
            case MarketEvent.NewDay _ -> {
                symbol.startDay();
                tellStatus(symbol);
            }
            case MarketEvent.Halt halt -> {
                halts.byFeed(symbol, halt.kind());
                settleHalt(symbol);
            }
        }
    }

    private void settleHalt(SymbolMarket symbol) {
        HaltKind kind = halts.of(symbol);
        if (symbol.halt() == kind) {
            return;
        }
        log.info("market halt changed symbol={} halt={}", symbol.contract().symbol(), kind);
        boolean isNew = kind != HaltKind.NONE && !symbol.isHalted();
        symbol.setHalt(kind);
        if (isNew) {
            symbol.apply(new MarketEvent.Depth(symbol.contract().symbol(), 0, Book.EMPTY));
            applyQuote(symbol, symbol.withdrawal());
        }
        tellStatus(symbol);
    }

    /**
     * Stops an instrument by hand or, with {@link HaltKind#NONE}, lets it go on, unless its feed has stopped it, too. Its
     * quote and book are withdrawn; they come back with the first event after the halt.
     *
     * @throws IllegalArgumentException when the feed does not have it
     */
    public void halt(String symbol, HaltKind kind) {
        SymbolMarket found = symbols.get(symbol);
        if (found == null) {
            throw new IllegalArgumentException(
                    "symbol " + symbol + " has no market: choose one of " + symbols.keySet());
        }
        halts.byHand(found, kind);
        settleHalt(found);
    }

    /** Every symbol that was stopped by hand goes on. */
    public void endHalts() {
        List<SymbolMarket> stopped = halts.byHand();
        stopped.forEach(symbol -> halts.byHand(symbol, HaltKind.NONE));
        stopped.forEach(this::settleHalt);
    }

    /** The symbols whose trading was stopped by hand. */
    public List<String> haltedSymbols() {
        return halts.byHand().stream().map(symbol -> symbol.contract().symbol()).toList();
    }

    /** What the model says now; told with the next quote. */
    public void setModel(SymbolMarket symbol, @Nullable ModelPrice model) {
        symbol.setModel(model);
    }

    private void tellStatus(SymbolMarket symbol) {
        listeners.forEach(listener -> listener.onStatus(symbol));
    }

    private void applyQuote(SymbolMarket symbol, MarketEvent.Quote quote) {
        QuoteChange change = symbol.apply(quote);
        symbol.counts().countRow(change);
        for (MarketListener listener : listeners) {
            listener.onQuote(symbol, change);
        }
    }

    private void applyTrade(SymbolMarket symbol, MarketEvent.Trade trade) {
        symbol.apply(trade);
        symbol.counts().countTrade();
        for (MarketListener listener : listeners) {
            listener.onTrade(symbol, trade);
        }
    }

    private SymbolMarket marketOf(MarketEvent event) {
        SymbolMarket symbol = symbols.get(event.symbol());
        if (symbol == null) {
            throw new IllegalArgumentException("the feed has no symbol " + event.symbol());
        }
        return symbol;
    }
}

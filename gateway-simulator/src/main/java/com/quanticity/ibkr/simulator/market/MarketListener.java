package com.quanticity.ibkr.simulator.market;

/** Hears of every event after the market took it in. Called on the event loop. */
public interface MarketListener {

    void onQuote(SymbolMarket symbol, QuoteChange change);

    void onTrade(SymbolMarket symbol, MarketEvent.Trade trade);

    /** The book has changed. */
    default void onDepth(SymbolMarket symbol) {}

    /** The figures around trading have changed: a halt, an auction, a new day. */
    default void onStatus(SymbolMarket symbol) {}
}

package com.quanticity.ibkr.adapter.marketdata;

import com.quanticity.ibkr.model.market.Quote;
import java.util.List;

/** Where quotes go. No method blocks. */
interface QuoteSink {

    /**
     * Takes new quotes in order.
     *
     * @param quotes what one drain of the reader yielded, never empty
     */
    void publish(List<Quote> quotes);

    /** What else is known of a symbol; goes with its latest quote, not into the stream. */
    void onFacts(String symbol, Level1Facts facts);

    /** The latest quotes are kept alive only while the session is READY. */
    void onSessionReady(boolean ready);

    /** What is known of this symbol is not its latest quote any more: the data ended, or starts anew after a gap. */
    void forget(String symbol);
}

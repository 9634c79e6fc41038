package com.quanticity.ibkr.adapter.marketdata;

import com.quanticity.ibkr.model.market.Quote;
import java.util.List;
import org.jspecify.annotations.Nullable;

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

    /** While a symbol's data is not proven to come, its latest quote is kept from every reader. */
    void onServed(String symbol, boolean served);

    /**
     * All quotes are late from now on, or not any more.
     *
     * @param behind why, null when they are not
     */
    void onBehind(@Nullable String behind);

    /** What is known of this symbol is not its latest quote any more: the data ended, or starts anew after a gap. */
    void forget(String symbol);
}

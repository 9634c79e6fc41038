package com.quanticity.ibkr.adapter.marketdata;

import com.quanticity.ibkr.model.market.Quote;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The latest quote of a symbol with everything level 1 tells beside it.
 *
 * @param quote the latest quote
 * @param invalidBecause why it may price no order, null when it may
 * @param facts day figures, last trade, halt, shortability
 * @param bidExchanges exchanges at the bid by name, a letter where its name is not known
 * @param askExchanges exchanges at the ask
 * @param lastExchange exchange of the last trade, empty when not given
 * @param ageMillis since the quote was received
 */
record QuoteDetail(
        Quote quote,
        @Nullable String invalidBecause,
        Level1Facts facts,
        List<String> bidExchanges,
        List<String> askExchanges,
        String lastExchange,
        long ageMillis) {}

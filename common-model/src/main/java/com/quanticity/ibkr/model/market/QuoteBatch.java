package com.quanticity.ibkr.model.market;

import java.util.List;

/** What one drain of the reader yielded, in the order received; never empty. One entry of {@code market.quote}. */
public record QuoteBatch(List<Quote> quotes) {

    public QuoteBatch {
        quotes = List.copyOf(quotes);
        if (quotes.isEmpty()) {
            throw new IllegalArgumentException("a quote batch holds at least one quote");
        }
    }

    public static QuoteBatch of(Quote... quotes) {
        return new QuoteBatch(List.of(quotes));
    }
}

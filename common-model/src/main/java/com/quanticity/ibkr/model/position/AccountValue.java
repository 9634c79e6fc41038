package com.quanticity.ibkr.model.position;

import java.time.Instant;

/**
 * One figure of an account as the broker reports it.
 *
 * @param account account
 * @param tag the broker's name, for example {@code NetLiquidation}
 * @param value the broker's text; a plain decimal for amounts, words for flags
 * @param currency ISO code, empty for flags
 * @param at when we received it
 */
public record AccountValue(String account, String tag, String value, String currency, Instant at) {

    /** Tag of what one unit of {@link #currency} is worth in the account's base currency; the only tag with a value for each currency. */
    public static final String EXCHANGE_RATE = "ExchangeRate";
}

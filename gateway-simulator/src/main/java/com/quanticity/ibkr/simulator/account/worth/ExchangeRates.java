package com.quanticity.ibkr.simulator.account.worth;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;

/**
 * What one unit of a currency is worth in US dollars.
 *
 * @param dollars by currency; the dollar itself need not be there
 */
public record ExchangeRates(Map<String, BigDecimal> dollars) {

    private static final String DOLLAR = "USD";

    public ExchangeRates {
        dollars = Map.copyOf(dollars);
        dollars.forEach((currency, rate) -> {
            if (rate.signum() <= 0) {
                throw new IllegalArgumentException("one " + currency + " must be worth something, not " + rate);
            }
        });
    }

    /** Round figures of ten currencies, fixed [A]. */
    public static ExchangeRates defaults() {
        return new ExchangeRates(Map.of(
                "EUR", new BigDecimal("1.10"),
                "GBP", new BigDecimal("1.27"),
                "CHF", new BigDecimal("1.12"),
                "JPY", new BigDecimal("0.0067"),
                "CAD", new BigDecimal("0.73"),
                "AUD", new BigDecimal("0.66"),
                "HKD", new BigDecimal("0.128"),
                "SEK", new BigDecimal("0.095"),
                "MXN", new BigDecimal("0.055")));
    }

    public boolean knows(String currency) {
        return currency.equals(DOLLAR) || dollars.containsKey(currency);
    }

    /** What one unit of a currency is worth in another. */
    public BigDecimal between(String from, String to) {
        return from.equals(to) ? BigDecimal.ONE : inDollars(from).divide(inDollars(to), 10, RoundingMode.HALF_EVEN);
    }

    private BigDecimal inDollars(String currency) {
        if (currency.equals(DOLLAR)) {
            return BigDecimal.ONE;
        }
        BigDecimal rate = dollars.get(currency);
        if (rate == null) {
            throw new IllegalArgumentException("no exchange rate for " + currency + ": add it to the account options");
        }
        return rate;
    }
}

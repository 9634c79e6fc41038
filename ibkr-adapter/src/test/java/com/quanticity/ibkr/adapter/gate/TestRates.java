package com.quanticity.ibkr.adapter.gate;

import com.quanticity.ibkr.adapter.gate.price.ExchangeRates;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Limits in US dollars; other currencies as the test sets them. */
public final class TestRates implements ExchangeRates {

    public final Map<String, BigDecimal> known = new HashMap<>(Map.of("USD", BigDecimal.ONE));

    @Override
    public String currency() {
        return "USD";
    }

    @Override
    public @Nullable BigDecimal rate(String currency) {
        return known.get(currency);
    }
}

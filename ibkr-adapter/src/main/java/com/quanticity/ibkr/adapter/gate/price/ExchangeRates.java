package com.quanticity.ibkr.adapter.gate.price;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What money of other currencies is worth in the currency of the limits. Must not block; any thread. */
public interface ExchangeRates {

    /** ISO code of the currency that limits of money are in. */
    String currency();

    /** Units of the limits' currency for one of this; one for itself, null while it is not known. */
    @Nullable BigDecimal rate(String currency);
}

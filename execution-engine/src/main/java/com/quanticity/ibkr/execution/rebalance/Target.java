package com.quanticity.ibkr.execution.rebalance;

import java.math.BigDecimal;

/** What shall be held of a symbol. Symbols without a target are left as they are. */
public sealed interface Target {

    String symbol();

    /** A signed quantity, rounded towards zero to the lot. */
    record Quantity(String symbol, BigDecimal quantity) implements Target {}

    /** A signed share of the account's value, 1 = all of it; rounded towards zero to the lot. */
    record Weight(String symbol, BigDecimal weight) implements Target {}
}

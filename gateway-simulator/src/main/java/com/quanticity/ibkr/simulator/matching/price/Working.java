package com.quanticity.ibkr.simulator.matching.price;

import java.math.BigDecimal;

/** How an order that waits for nothing more takes part in the market now. */
public sealed interface Working {

    /** Takes what is displayed at any price. */
    record AtMarket() implements Working {}

    /** Takes what is displayed up to a price. */
    record UpTo(BigDecimal limit) implements Working {}

    /** As {@link UpTo}, and also shares in the trades of others that reach its price. */
    record Resting(BigDecimal limit) implements Working {}

    /** Has no price to work at now, for instance because nobody quotes. */
    record Idle() implements Working {}
}

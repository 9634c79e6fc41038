package com.quanticity.ibkr.simulator.matching.price;

import java.math.BigDecimal;
import java.util.Optional;

/** Prices of other contracts that an order's price follows. */
public interface Reference {

    /** Price of the benchmark contract. */
    Optional<BigDecimal> benchmark(int conId);

    /** Price of the option's underlying. */
    Optional<BigDecimal> underlying();

    /** Theoretical price of the option at a volatility, as a fraction for a year. */
    Optional<BigDecimal> optionPrice(BigDecimal volatility);

    /** No other contract has a price. */
    Reference NONE = new Reference() {
        @Override
        public Optional<BigDecimal> benchmark(int conId) {
            return Optional.empty();
        }

        @Override
        public Optional<BigDecimal> underlying() {
            return Optional.empty();
        }

        @Override
        public Optional<BigDecimal> optionPrice(BigDecimal volatility) {
            return Optional.empty();
        }
    };
}

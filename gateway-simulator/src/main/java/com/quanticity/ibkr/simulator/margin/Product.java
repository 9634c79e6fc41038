package com.quanticity.ibkr.simulator.margin;

import java.math.BigDecimal;
import java.time.LocalDate;

/** A thing that can be held, as margin rules see it. */
public sealed interface Product {

    /** Name of what it depends on; products of one name offset each other, such as SPX options and SPY shares. */
    String underlying();

    /** Money for one unit of quantity at a price of one. */
    BigDecimal multiplier();

    /** A stock or ETF. */
    record Stock(String underlying, UnderlyingClass underlyingClass) implements Product {

        @Override
        public BigDecimal multiplier() {
            return BigDecimal.ONE;
        }
    }

    /**
     * An option on a stock, an ETF or an index.
     *
     * @param american whether it may be exercised early
     */
    record Option(
            String underlying,
            Right right,
            BigDecimal strike,
            LocalDate expiry,
            BigDecimal multiplier,
            UnderlyingClass underlyingClass,
            boolean american)
            implements Product {

        /** What exercise of one unit would bring now, per unit of the underlying; never negative. */
        public BigDecimal inTheMoney(BigDecimal underlyingPrice) {
            BigDecimal gain = right == Right.CALL ? underlyingPrice.subtract(strike) : strike.subtract(underlyingPrice);
            return gain.max(BigDecimal.ZERO);
        }

        BigDecimal outOfTheMoney(BigDecimal underlyingPrice) {
            BigDecimal gap = right == Right.CALL ? strike.subtract(underlyingPrice) : underlyingPrice.subtract(strike);
            return gap.max(BigDecimal.ZERO);
        }
    }

    /**
     * A future.
     *
     * @param scanRange price scan range as a part of the price, such as 0.06
     */
    record Future(String underlying, LocalDate expiry, BigDecimal multiplier, BigDecimal scanRange)
            implements Product {}

    /**
     * An option on a future: margined with its future, never as an option on a stock.
     *
     * @param terms the option, its underlying being the future's
     * @param scanRange price scan range of the future as a part of its price
     */
    record FutureOption(Option terms, BigDecimal scanRange) implements Product {

        @Override
        public String underlying() {
            return terms.underlying();
        }

        @Override
        public BigDecimal multiplier() {
            return terms.multiplier();
        }
    }

    /**
     * Anything else: a bond, a fund, a crypto currency.
     *
     * @param rate part of its value that must be covered, 1 for no loan value
     */
    record Other(String underlying, BigDecimal multiplier, BigDecimal rate) implements Product {}

    /** Right of an option's holder to buy or to sell. */
    enum Right {
        CALL,
        PUT
    }
}

package com.quanticity.ibkr.simulator.matching.terms;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * How much of an order is shown and in what pieces it may trade.
 *
 * @param shown displayed size of an iceberg order, null when all is shown
 * @param minimum smallest first fill, null for any
 * @param discretion amount beyond the limit at which it would still trade, zero for none
 * @param isSweep takes what lies behind the best price, too
 */
public record Display(
        boolean isHidden,
        @Nullable BigDecimal shown,
        boolean isAllOrNone,
        @Nullable BigDecimal minimum,
        BigDecimal discretion,
        boolean isSweep) {

    public static final Display PLAIN = new Display(false, null, false, null, BigDecimal.ZERO, false);
}

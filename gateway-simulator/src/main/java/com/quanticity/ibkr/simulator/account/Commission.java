package com.quanticity.ibkr.simulator.account;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * What an order costs, in US dollars: an amount a share, at least a minimum, at most a part of the trade value.
 *
 * <p>Source: shape of IBKR's published US stock pricing; the minimum is of the order, so each fill is charged the
 * difference that it adds to the order's total.
 */
public record Commission(BigDecimal perShare, BigDecimal minimum, BigDecimal maximumPart) {

    /** 0.005 a share, at least 1.00, at most 1 % of the trade value. */
    public static Commission defaults() {
        return new Commission(new BigDecimal("0.005"), new BigDecimal("1.00"), new BigDecimal("0.01"));
    }

    /** Commission of an order that traded so many shares for so much money in all. */
    public BigDecimal ofOrder(BigDecimal shares, BigDecimal value) {
        return perShare.multiply(shares)
                .max(minimum)
                .min(maximumPart.multiply(value))
                .setScale(4, RoundingMode.HALF_UP)
                .stripTrailingZeros();
    }
}

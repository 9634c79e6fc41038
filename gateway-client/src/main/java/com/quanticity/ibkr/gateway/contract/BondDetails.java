package com.quanticity.ibkr.gateway.contract;

import java.math.BigDecimal;

/**
 * What only bonds have. Texts are empty when the gateway gives nothing.
 *
 * @param coupon percent a year
 * @param maturity {@code YYYYMMDD}
 * @param issueDate {@code YYYYMMDD}
 * @param nextOptionDate next date on which issuer or holder may act
 * @param nextOptionType such as {@code CALL}
 */
public record BondDetails(
        String cusip,
        BigDecimal coupon,
        String maturity,
        String issueDate,
        String ratings,
        String bondType,
        String couponType,
        boolean convertible,
        boolean callable,
        boolean putable,
        String descAppend,
        String nextOptionDate,
        String nextOptionType,
        boolean nextOptionPartial,
        String notes) {}

package com.quanticity.ibkr.gateway.order;

/**
 * Attached hedge.
 *
 * @param hedgeType D delta, B beta, F currency, P pair, empty = none
 * @param hedgeParam beta or ratio; exists only with a type
 */
public record OrderHedge(String hedgeType, String hedgeParam, boolean dontUseAutoPriceForHedge) {

    /** Nothing given. */
    public static final OrderHedge NONE = new OrderHedge("", "", false);
}

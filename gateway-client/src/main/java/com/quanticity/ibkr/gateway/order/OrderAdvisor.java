package com.quanticity.ibkr.gateway.order;

/**
 * Allocation of an advisor's order.
 */
public record OrderAdvisor(String faGroup, String faMethod, String faPercentage, String modelCode) {

    /** Nothing given. */
    public static final OrderAdvisor NONE = new OrderAdvisor("", "", "", "");
}

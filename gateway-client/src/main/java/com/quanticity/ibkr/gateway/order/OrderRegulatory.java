package com.quanticity.ibkr.gateway.order;

import org.jspecify.annotations.Nullable;

/**
 * Who decided and who executed.
 *
 * @param manualOrderIndicator needs version 192; 0 or 1
 * @param mifid2DecisionMaker requests only
 * @param mifid2DecisionAlgo requests only
 * @param mifid2ExecutionTrader requests only
 * @param mifid2ExecutionAlgo requests only
 */
public record OrderRegulatory(
        String extOperator,
        @Nullable Integer manualOrderIndicator,
        SoftDollarTier softDollarTier,
        String mifid2DecisionMaker,
        String mifid2DecisionAlgo,
        String mifid2ExecutionTrader,
        String mifid2ExecutionAlgo) {

    /** Nothing given. */
    public static final OrderRegulatory NONE = new OrderRegulatory("", null, SoftDollarTier.NONE, "", "", "", "");
}

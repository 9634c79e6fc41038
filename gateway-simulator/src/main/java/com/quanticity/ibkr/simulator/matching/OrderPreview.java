package com.quanticity.ibkr.simulator.matching;

import com.quanticity.ibkr.simulator.contract.ListedContract;
import com.quanticity.ibkr.simulator.matching.terms.OrderTerms;
import com.quanticity.ibkr.simulator.wire.Fields;
import java.math.BigDecimal;

/**
 * What an order would do to its account, in its currency.
 *
 * @param account code of the account
 * @param currency of all amounts
 * @param commission expected one; {@code minimum} and {@code maximum} bound it
 * @param suggestedSize largest quantity the account could carry
 * @param warning empty when there is none
 */
public record OrderPreview(
        OrderKey key,
        String account,
        String currency,
        ListedContract contract,
        OrderTerms terms,
        Fields fields,
        MarginState before,
        MarginState after,
        BigDecimal commission,
        BigDecimal minimumCommission,
        BigDecimal maximumCommission,
        BigDecimal suggestedSize,
        String warning) {

    /** The three figures of a preview. */
    public record MarginState(BigDecimal initialMargin, BigDecimal maintenanceMargin, BigDecimal equityWithLoan) {

        /** What has to be added to {@code before} to come to this. */
        public MarginState since(MarginState before) {
            return new MarginState(
                    initialMargin.subtract(before.initialMargin),
                    maintenanceMargin.subtract(before.maintenanceMargin),
                    equityWithLoan.subtract(before.equityWithLoan));
        }
    }
}

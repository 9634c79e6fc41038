package com.quanticity.ibkr.simulator.matching;

import com.quanticity.ibkr.simulator.account.AccountValues;
import com.quanticity.ibkr.simulator.account.Commission;
import com.quanticity.ibkr.simulator.account.Valuation;
import com.quanticity.ibkr.simulator.contract.ListedContract;
import com.quanticity.ibkr.simulator.matching.OrderPreview.MarginState;
import com.quanticity.ibkr.simulator.matching.price.Quote;
import com.quanticity.ibkr.simulator.matching.terms.OrderTerms;
import com.quanticity.ibkr.simulator.wire.Fields;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** What orders would do to the account's margin, and what they would cost. */
final class Previews {

    private final Markets markets;
    private final Valuation valuation;
    private final BuyingPower buyingPower;
    private final Commission commission;

    Previews(Markets markets, Valuation valuation, BuyingPower buyingPower, Commission commission) {
        this.markets = markets;
        this.valuation = valuation;
        this.buyingPower = buyingPower;
        this.commission = commission;
    }

    OrderPreview of(OrderKey key, ListedContract contract, OrderTerms terms, Fields fields) {
        AccountValues values = valuation.now();
        BigDecimal price = terms.limit() == null
                ? markets.quote(contract).flatMap(Quote::lastOrMidpoint).orElse(BigDecimal.ZERO)
                : terms.limit();
        BigDecimal cost = commission.ofOrder(terms.quantity(), terms.quantity().multiply(price));
        MarginState before =
                new MarginState(values.initialMargin(), values.maintenanceMargin(), values.netLiquidation());
        BigDecimal initialAfter = values.netLiquidation().subtract(buyingPower.fundsAfter(contract, terms, null));
        MarginState after = new MarginState(
                initialAfter,
                maintenance(values, initialAfter),
                values.netLiquidation().subtract(cost));
        boolean isTooMuch = initialAfter.compareTo(after.equityWithLoan()) > 0;
        return new OrderPreview(
                key,
                contract,
                terms,
                fields,
                before,
                after,
                cost,
                cost,
                cost,
                suggested(terms, values, initialAfter),
                isTooMuch ? "YOUR ORDER IS NOT ACCEPTED. EQUITY MUST EXCEED THE INITIAL MARGIN" : "");
    }

    /** In the account's own proportion of maintenance to initial margin; one half before the first position. */
    private static BigDecimal maintenance(AccountValues values, BigDecimal initialAfter) {
        if (values.initialMargin().signum() == 0) {
            return initialAfter.divide(BigDecimal.TWO, 4, RoundingMode.HALF_EVEN);
        }
        return initialAfter
                .multiply(values.maintenanceMargin())
                .divide(values.initialMargin(), 4, RoundingMode.HALF_EVEN);
    }

    private static BigDecimal suggested(OrderTerms terms, AccountValues values, BigDecimal initialAfter) {
        BigDecimal needed = initialAfter.subtract(values.initialMargin());
        if (needed.signum() <= 0 || values.availableFunds().compareTo(needed) >= 0) {
            return terms.quantity();
        }
        return terms.quantity()
                .multiply(values.availableFunds().max(BigDecimal.ZERO))
                .divide(needed, 0, RoundingMode.DOWN);
    }
}

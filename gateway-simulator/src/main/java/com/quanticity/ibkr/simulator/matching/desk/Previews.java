package com.quanticity.ibkr.simulator.matching.desk;

import com.quanticity.ibkr.simulator.account.Account;
import com.quanticity.ibkr.simulator.account.AccountValues;
import com.quanticity.ibkr.simulator.account.MarginPreview;
import com.quanticity.ibkr.simulator.account.Trade;
import com.quanticity.ibkr.simulator.account.Valuation;
import com.quanticity.ibkr.simulator.contract.ListedContract;
import com.quanticity.ibkr.simulator.matching.ComboLeg;
import com.quanticity.ibkr.simulator.matching.OrderKey;
import com.quanticity.ibkr.simulator.matching.OrderPreview;
import com.quanticity.ibkr.simulator.matching.OrderPreview.MarginState;
import com.quanticity.ibkr.simulator.matching.life.Commissions;
import com.quanticity.ibkr.simulator.matching.life.Markets;
import com.quanticity.ibkr.simulator.matching.price.Quote;
import com.quanticity.ibkr.simulator.matching.terms.OrderTerms;
import com.quanticity.ibkr.simulator.wire.Fields;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What orders would do to the account's margin, and what they would cost. */
final class Previews {

    private final Markets markets;
    private final Valuation valuation;
    private final BuyingPower buyingPower;
    private final Commissions commissions;

    Previews(Markets markets, Valuation valuation, BuyingPower buyingPower, Commissions commissions) {
        this.markets = markets;
        this.valuation = valuation;
        this.buyingPower = buyingPower;
        this.commissions = commissions;
    }

    OrderPreview of(
            OrderKey key,
            Account account,
            ListedContract contract,
            List<ComboLeg> legs,
            OrderTerms terms,
            Fields fields) {
        List<Trade> trades = legs.isEmpty()
                ? List.of(trade(contract, terms.side().signed(terms.quantity()), terms.limit()))
                : legs.stream().map(leg -> trade(leg, terms)).toList();
        BigDecimal cost = trades.stream().map(Trade::commission).reduce(BigDecimal.ZERO, BigDecimal::add);
        MarginPreview preview = valuation.preview(account, trades);
        boolean isTooMuch = preview.after().availableFunds().signum() < 0
                || buyingPower.fundsAfter(account, contract, legs, terms, null).signum() < 0;
        return new OrderPreview(
                key,
                account.code(),
                account.currency(),
                contract,
                terms,
                fields,
                state(preview.before()),
                state(preview.after()),
                cost,
                cost,
                cost,
                suggested(terms, preview.before(), preview.initialAfter()),
                isTooMuch ? "YOUR ORDER IS NOT ACCEPTED. EQUITY MUST EXCEED THE INITIAL MARGIN" : "");
    }

    private Trade trade(ComboLeg leg, OrderTerms terms) {
        BigDecimal units = terms.quantity().multiply(BigDecimal.valueOf(leg.ratio()));
        return trade(leg.contract(), leg.sideOf(terms.side()).signed(units), null);
    }

    private Trade trade(ListedContract contract, BigDecimal quantity, @Nullable BigDecimal limit) {
        BigDecimal price = limit == null
                ? markets.quote(contract).flatMap(Quote::lastOrMidpoint).orElse(BigDecimal.ZERO)
                : limit;
        BigDecimal units = quantity.abs();
        return new Trade(contract, quantity, price, commissions.ofOrder(contract, units, units.multiply(price)));
    }

    private static MarginState state(AccountValues values) {
        return new MarginState(values.initialMargin(), values.maintenanceMargin(), values.equityWithLoan());
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

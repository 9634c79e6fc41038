package com.quanticity.ibkr.adapter.gate.check;

import com.quanticity.ibkr.adapter.gate.GateDecision.Denied;
import com.quanticity.ibkr.adapter.gate.exposure.Exposures;
import com.quanticity.ibkr.adapter.gate.exposure.Line;
import com.quanticity.ibkr.adapter.gate.limit.LimitText;
import com.quanticity.ibkr.adapter.gate.price.Market;
import com.quanticity.ibkr.adapter.marketdata.Level1Facts;
import com.quanticity.ibkr.model.contract.SecurityType;
import com.quanticity.ibkr.model.order.Side;
import com.quanticity.ibkr.model.risk.DenialReason;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A stock is sold short only when the broker shows shares to borrow for all that would be short, or the order says where they come from.
 * Source: 15c3-5(c)(2).
 */
public record ShortSale(Exposures exposures, Market market) implements GateCheck {

    @Override
    public @Nullable Denied check(Inquiry inquiry) {
        if (inquiry.side() != Side.SELL
                || inquiry.contract().securityType() != SecurityType.STOCK
                || inquiry.more().signum() <= 0
                || inquiry.order().attributes().shortSale() != null) {
            return null;
        }
        Line after =
                exposures.accountLine(inquiry.account(), inquiry.contractId()).working(Side.SELL, inquiry.more());
        BigDecimal shortage = after.shortest().negate();
        if (shortage.signum() <= 0) {
            return null;
        }
        Level1Facts facts = market.facts(inquiry.contractId());
        BigDecimal shares = facts.shortableShares();
        boolean isShown = facts.shortable() == Level1Facts.Shortable.AVAILABLE
                && (shares == null || shares.compareTo(shortage) >= 0);
        return isShown
                ? null
                : Denied.of(
                        DenialReason.SHORT_SALE_NOT_SHOWN,
                        "quantity",
                        "short " + LimitText.of(shortage),
                        (facts.shortable() == null ? "not told" : facts.shortable())
                                + (shares == null ? "" : ", " + LimitText.of(shares) + " shares"));
    }
}

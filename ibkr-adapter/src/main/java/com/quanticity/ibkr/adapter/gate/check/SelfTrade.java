package com.quanticity.ibkr.adapter.gate.check;

import com.quanticity.ibkr.adapter.gate.GateDecision.Denied;
import com.quanticity.ibkr.adapter.gate.exposure.Exposures;
import com.quanticity.ibkr.adapter.gate.exposure.OrderFigures;
import com.quanticity.ibkr.adapter.gate.exposure.Working;
import com.quanticity.ibkr.model.contract.ContractSpec;
import com.quanticity.ibkr.model.dropcopy.DropCopyOrder;
import com.quanticity.ibkr.model.order.Order;
import com.quanticity.ibkr.model.order.Side;
import com.quanticity.ibkr.model.risk.DenialReason;
import java.math.BigDecimal;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The order does not cross a working order of the other side, ours or that of another client of the account. Orders that still sleep rest
 * nowhere and are left out, and so are the legs of our combinations that work, for the net price names no price of a leg; one without a
 * price is taken at the market. Source: FINRA 15-09, rule 5210.
 */
public record SelfTrade(Exposures exposures) implements GateCheck {

    /** Types of others' orders that rest by themselves, as the broker spells them. */
    private static final Set<String> RESTING = Set.of("LMT", "MKT", "MTL", "REL", "MIDPRICE", "PEG MID", "LOC", "MOC");

    @Override
    public @Nullable Denied check(Inquiry inquiry) {
        if (OrderFigures.isAsleep(inquiry.order())) {
            return null;
        }
        Working own = exposures.firstWorking(
                inquiry.contractId(),
                other -> other.side() != inquiry.side() && !isLeg(inquiry, other) && crosses(inquiry, other.order()));
        if (own != null) {
            BigDecimal price = OrderFigures.limitPrice(own.order());
            return Denied.of(
                    DenialReason.SELF_TRADE,
                    "limitPrice",
                    inquiry.price().toPlainString(),
                    own.side() + " " + own.id() + " at " + (price == null ? "market" : price.toPlainString()));
        }
        for (DropCopyOrder resting : exposures.others(inquiry.contractId())) {
            if (resting.side() != inquiry.side()
                    && RESTING.contains(resting.type())
                    && crosses(inquiry, resting.limitPrice())) {
                return Denied.of(
                        DenialReason.SELF_TRADE,
                        "limitPrice",
                        inquiry.price().toPlainString(),
                        resting.side() + " of client " + resting.clientId() + ", perm id " + resting.permId());
            }
        }
        return null;
    }

    private static boolean isLeg(Inquiry inquiry, Working resting) {
        return !inquiry.isCombination()
                && ContractSpec.isCombination(resting.order().symbol());
    }

    private static boolean crosses(Inquiry inquiry, Order resting) {
        return !OrderFigures.isAsleep(resting) && crosses(inquiry, OrderFigures.limitPrice(resting));
    }

    private static boolean crosses(Inquiry inquiry, @Nullable BigDecimal price) {
        if (price == null) {
            return true;
        }
        int side = inquiry.price().compareTo(price);
        return inquiry.side() == Side.BUY ? side >= 0 : side <= 0;
    }
}

package com.quanticity.ibkr.adapter.gate.check.ready;

import com.quanticity.ibkr.adapter.contract.ContractDirectory;
import com.quanticity.ibkr.adapter.contract.PriceCheck;
import com.quanticity.ibkr.adapter.gate.GateDecision.Denied;
import com.quanticity.ibkr.adapter.gate.check.GateCheck;
import com.quanticity.ibkr.adapter.gate.check.Inquiry;
import com.quanticity.ibkr.adapter.gate.exposure.OrderFigures;
import com.quanticity.ibkr.model.risk.DenialReason;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** The contract can have the prices of the order. */
public record PriceOnIncrement(ContractDirectory contracts) implements GateCheck {

    @Override
    public @Nullable Denied check(Inquiry inquiry) {
        Denied denied = check(inquiry, "limitPrice", OrderFigures.limitPrice(inquiry.order()));
        return denied != null ? denied : check(inquiry, "triggerPrice", OrderFigures.triggerPrice(inquiry.order()));
    }

    private @Nullable Denied check(Inquiry inquiry, String field, @Nullable BigDecimal price) {
        if (price == null) {
            return null;
        }
        return switch (contracts.check(inquiry.contract(), price)) {
            case PriceCheck.Valid _, PriceCheck.NotKnown _ -> null;
            case PriceCheck.OffIncrement off ->
                Denied.of(
                        DenialReason.PRICE_OFF_TICK,
                        field,
                        price.toPlainString(),
                        "next valid prices " + off.below().toPlainString() + " and "
                                + off.above().toPlainString() + ", increment "
                                + off.increment().toPlainString());
        };
    }
}

package com.quanticity.ibkr.execution.order;

import com.quanticity.ibkr.model.order.Lifetime;
import com.quanticity.ibkr.model.order.Order;
import com.quanticity.ibkr.model.order.OrderChange;
import com.quanticity.ibkr.model.order.OrderTerms;
import com.quanticity.ibkr.model.order.TimeInForce;
import com.quanticity.ibkr.model.order.check.Finding;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Positive;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Body of a change: what is given becomes different, everything else stays. */
@Schema(description = "What is to be different about a working order. The prices are those of its type.")
record ChangeRequest(
        @Schema(description = "the whole quantity, filled part included", type = "string")
        @Positive(message = "must be greater than 0") @Amount
        @Nullable BigDecimal quantity,

        @Schema(type = "string") @Amount @Nullable BigDecimal limitPrice,
        @Schema(type = "string") @Amount @Nullable BigDecimal stopPrice,
        @Schema(type = "string") @Amount @Nullable BigDecimal triggerPrice,
        @Schema(type = "string") @Amount @Nullable BigDecimal trailAmount,
        @Schema(type = "string") @Amount @Nullable BigDecimal trailPercent,
        @Schema(type = "string") @Amount @Nullable BigDecimal limitOffset,
        @Schema(type = "string") @Amount @Nullable BigDecimal offset,
        @Schema(type = "string") @Amount @Nullable BigDecimal offsetPercent,
        @Nullable TimeInForce timeInForce,

        @Schema(description = "end of a GOOD_TILL_DATE order, whole seconds") @Nullable Instant goodUntil) {

    /**
     * The change for an order as it works now.
     *
     * @throws com.quanticity.ibkr.service.problem.ApiException 400 when a price does not belong to its type, or nothing is given
     */
    OrderChange change(Order standing) {
        OrderPrices given = new OrderPrices(
                limitPrice, stopPrice, triggerPrice, trailAmount, trailPercent, limitOffset, offset, offsetPercent);
        OrderPrices all = given.or(OrderPrices.of(standing.terms()));
        InvalidOrders.refuse(all.wrongFor(standing.type()).entrySet().stream()
                .map(wrong -> new Finding(wrong.getKey(), "", wrong.getValue()))
                .toList());
        OrderTerms terms = given.isEmpty() ? null : all.terms(standing.type());
        Lifetime lifetime = lifetime(standing.lifetime());
        if (quantity == null && terms == null && lifetime == null) {
            InvalidOrders.refuse(List.of(new Finding("change", "", "must have a quantity, a price or a timeInForce")));
        }
        return new OrderChange(quantity == null ? null : OrderRequest.plain(quantity), terms, lifetime);
    }

    private @Nullable Lifetime lifetime(Lifetime standing) {
        if (timeInForce == null && goodUntil == null) {
            return null;
        }
        TimeInForce wanted = timeInForce == null ? standing.timeInForce() : timeInForce;
        Instant until = goodUntil == null && wanted == TimeInForce.GOOD_TILL_DATE ? standing.until() : goodUntil;
        return new Lifetime(wanted, until, standing.from());
    }
}

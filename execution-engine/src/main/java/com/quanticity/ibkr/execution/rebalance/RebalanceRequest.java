package com.quanticity.ibkr.execution.rebalance;

import com.quanticity.ibkr.model.parent.ParentWish;
import com.quanticity.ibkr.model.parent.PlanKind;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an account shall hold.
 *
 * @param account the account; empty when the gateway has only one and nothing is held yet
 * @param cash in the currency of the prices
 * @param reserve cash that must be left, 0 when absent
 * @param kind how each order goes out, AT_ONCE or TWAP, AT_ONCE when absent
 * @param minutes how long each order may take, 10 when absent
 * @param price how children are priced, market orders when absent
 */
record RebalanceRequest(
        @NotNull String account,
        @NotNull BigDecimal cash,
        @Nullable BigDecimal reserve,

        @NotEmpty @Valid List<Wanted> targets,
        @NotBlank String person,
        @Nullable String strategy,
        @Nullable PlanKind kind,
        @Min(1) @Max(600) @Nullable Integer minutes,
        ParentWish.@Nullable Price price) {

    /**
     * One target: a signed quantity, or a signed share of the account's value.
     *
     * @param lot orders are multiples of it, 1 when absent
     */
    record Wanted(
            @NotBlank String symbol,

            @Schema(description = "signed; instead of weight") @Nullable BigDecimal quantity,

            @Schema(description = "share of the account's value, 1 = all of it; instead of quantity") @Nullable BigDecimal weight,

            @Nullable BigDecimal lot) {

        Target target() {
            if ((quantity == null) == (weight == null)) {
                throw new IllegalArgumentException(symbol + " needs a quantity or a weight, and not both");
            }
            return quantity != null ? new Target.Quantity(symbol, quantity) : new Target.Weight(symbol, weight);
        }
    }
}

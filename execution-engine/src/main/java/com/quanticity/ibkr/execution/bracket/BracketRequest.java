package com.quanticity.ibkr.execution.bracket;

import com.quanticity.ibkr.model.order.Side;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Body of a new bracket. Decimals may be JSON numbers or strings and are kept exactly. */
record BracketRequest(
        @Pattern(regexp = "[A-Za-z0-9]{0,20}") @Nullable String account,

        @Schema(description = "the desk's symbol", example = "SPY") @NotBlank String symbol,

        @Schema(description = "of the entry; stop and target are on the other side") @NotNull Side side,

        @NotNull @Positive @Digits(integer = 15, fraction = 9) BigDecimal quantity,

        @Pattern(regexp = "(?!external$)[A-Za-z0-9][A-Za-z0-9_.-]{0,63}") @Nullable String strategy,

        @Schema(description = "id in the register, bracket when absent")
        @Pattern(regexp = "[A-Za-z0-9][A-Za-z0-9_.-]{0,63}") @Nullable String algorithm,

        @Schema(description = "who answers for it") @Pattern(regexp = "[A-Za-z0-9][A-Za-z0-9_.-]{0,63}") @NotNull String person,

        @Schema(description = "limit of the entry; absent = a market order") @Positive @Nullable BigDecimal entryLimitPrice,

        @Schema(description = "trigger of the stop") @NotNull @Positive BigDecimal stopPrice,

        @Schema(description = "limit of the stop once triggered; absent = market") @Positive @Nullable BigDecimal stopLimitPrice,

        @Schema(description = "limit of the target; absent = there is none") @Positive @Nullable BigDecimal targetPrice) {

    @AssertTrue(message = "stopPrice must be on the losing side of entryLimitPrice and targetPrice on the winning side") @Schema(hidden = true)
    @com.fasterxml.jackson.annotation.JsonIgnore
    @SuppressWarnings("NullAway") // not validated yet: the fields may be missing
    public boolean isInOrder() {
        if (side == null || stopPrice == null) {
            return true; // told by their own rules
        }
        BigDecimal middle = entryLimitPrice != null ? entryLimitPrice : stopPrice;
        boolean stopLoses = entryLimitPrice == null || stopPrice.compareTo(middle) * side.sign() < 0;
        return stopLoses && (targetPrice == null || targetPrice.compareTo(middle) * side.sign() > 0);
    }
}

package com.quanticity.ibkr.execution.order;

import com.quanticity.ibkr.model.contract.ContractId;
import com.quanticity.ibkr.model.contract.ContractSpec;
import com.quanticity.ibkr.model.order.Side;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

/** One leg of a combination by the broker's contract id. */
@Schema(description = "One leg of a combination")
record LegRequest(
        @Schema(description = "the broker's contract id", example = "756733")
        @NotNull(message = "must be given") @Min(value = 1, message = "must be greater than 0") Integer contractId,

        @Schema(description = "how many for one combination", defaultValue = "1")
        @Min(value = 1, message = "must be 1 to 1000") @Max(value = 1_000, message = "must be 1 to 1000") @Nullable Integer ratio,

        @Schema(description = "what happens to the leg when the combination is bought")
        @NotNull(message = "must be BUY or SELL") Side action,

        @Schema(description = "where the leg is routed", defaultValue = ContractSpec.SMART)
        @Pattern(regexp = "[A-Z0-9.]{1,15}", message = "must be an exchange, for example SMART") @Nullable String exchange) {

    ContractSpec.Leg leg() {
        int units = ratio == null ? 1 : ratio;
        return new ContractSpec.Leg(
                action == Side.BUY ? units : -units,
                new ContractSpec.ById(ContractId.of(contractId), exchange == null ? ContractSpec.SMART : exchange));
    }
}

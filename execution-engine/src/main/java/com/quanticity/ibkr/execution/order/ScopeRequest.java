package com.quanticity.ibkr.execution.order;

import com.quanticity.ibkr.model.order.CancelScope;
import com.quanticity.ibkr.model.order.check.Finding;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Body of a cancel by scope. */
record ScopeRequest(
        @NotNull(message = "must be EVERYTHING, ACCOUNT, SYMBOL or STRATEGY") Kind of,

        @Schema(description = "the account, symbol or strategy; absent for EVERYTHING")
        @Size(max = 400, message = "must be at most 400 characters") @Nullable String name,

        @Schema(description = "one line, for log and audit")
        @NotBlank(message = "must be given") @Size(max = 200, message = "must be at most 200 characters") String reason) {

    enum Kind {
        EVERYTHING,
        ACCOUNT,
        SYMBOL,
        STRATEGY
    }

    /** @throws com.quanticity.ibkr.service.problem.ApiException 400 when the name is missing or needless */
    CancelScope scope() {
        if ((of == Kind.EVERYTHING) != (name == null)) {
            InvalidOrders.refuse(List.of(new Finding(
                    "name",
                    name == null ? "" : name,
                    of == Kind.EVERYTHING ? "must be absent for EVERYTHING" : "must be given for " + of)));
        }
        String given = name == null ? "" : name;
        return switch (of) {
            case EVERYTHING -> CancelScope.EVERYTHING;
            case ACCOUNT -> new CancelScope.Account(given);
            case SYMBOL -> new CancelScope.Symbol(given);
            case STRATEGY -> new CancelScope.Strategy(given);
        };
    }
}

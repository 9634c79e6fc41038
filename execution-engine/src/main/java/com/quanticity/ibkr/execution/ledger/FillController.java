package com.quanticity.ibkr.execution.ledger;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Fills by REST. */
@RestController
@RequestMapping("/api/v1/fills")
@Tag(name = "fills", description = "Executions as they count in our books, corrections applied, adopted ones included")
class FillController {

    private final Fills fills;

    FillController(Fills fills) {
        this.fills = fills;
    }

    @GetMapping
    @Operation(operationId = "listFills", summary = "Lists fills, newest first")
    FillList list(
            @Parameter(description = "only of this order") @RequestParam(required = false) @Nullable String clientOrderId,
            @Parameter(description = "only this symbol") @RequestParam(required = false) @Nullable String symbol,
            @Parameter(description = "only this account") @RequestParam(required = false) @Nullable String account,
            @Parameter(description = "only this strategy; 'external' for adopted fills")
                    @RequestParam(required = false)
                    @Nullable String strategy,
            @Parameter(description = "nextCursor of the page before") @RequestParam(required = false) @Nullable Long cursor,
            @Parameter(description = "most fills to list") @RequestParam(defaultValue = "50") @Min(1) @Max(500) int limit) {
        List<Fill> page = fills.list(clientOrderId, symbol, account, strategy, cursor, limit + 1);
        List<Fill> shown = page.stream().limit(limit).toList();
        return new FillList(shown, page.size() > limit ? shown.getLast().place() : null);
    }

    /** Answer of the list; the cursor is null on the last page. */
    record FillList(List<Fill> fills, @Nullable Long nextCursor) {}
}

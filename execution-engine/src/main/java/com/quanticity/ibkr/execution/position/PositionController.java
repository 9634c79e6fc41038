package com.quanticity.ibkr.execution.position;

import com.quanticity.ibkr.model.execution.LedgerPosition;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Positions by REST. */
@RestController
@RequestMapping("/api/v1/positions")
@Tag(name = "positions", description = "What our own fills add up to; not the broker's positions")
class PositionController {

    private final Positions positions;

    PositionController(Positions positions) {
        this.positions = positions;
    }

    @GetMapping
    @Operation(
            operationId = "listPositions",
            summary = "Lists positions by account and symbol",
            description = "Flat positions stay in the list with their realised profit. Decimals are strings.")
    PositionList list(
            @Parameter(description = "only this account") @RequestParam(required = false) @Nullable String account,
            @Parameter(description = "only this symbol") @RequestParam(required = false) @Nullable String symbol) {
        return new PositionList(positions.list(account, symbol));
    }

    /** Answer of the list. */
    record PositionList(List<LedgerPosition> positions) {}
}

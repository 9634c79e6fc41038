package com.quanticity.ibkr.adapter.uw;

import com.quanticity.ibkr.service.problem.ApiException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Outside prices against level 1, read only. */
@RestController
@Tag(name = "outside prices", description = "Unusual Whales prices against level 1")
class UwController {

    private static final Duration USUAL = Duration.ofHours(1);
    private static final int MOST = 10_000;

    private final UwTable table;
    private final Clock clock;

    UwController(UwTable table, Clock clock) {
        this.table = table;
        this.clock = clock;
    }

    /**
     * One compared price.
     *
     * @param at the feed's own stamp
     * @param verdict COMPARED, or why not
     * @param level1 level 1 price at the stamp, null when there was none
     * @param rule MID or LAST, NONE when there was no price
     * @param level1At when level 1 said so last, null when there was none
     * @param deviationBp of the outside price in basis points of level 1, null unless compared
     */
    record Deviation(
            String symbol,
            Instant at,
            String source,
            BigDecimal price,
            Verdict verdict,
            @Nullable BigDecimal level1,
            Reference.Rule rule,
            @Nullable Instant level1At,
            @Nullable BigDecimal deviationBp) {

        static Deviation of(Comparison comparison) {
            return new Deviation(
                    comparison.price().symbol(),
                    comparison.price().at(),
                    comparison.price().source(),
                    comparison.price().price(),
                    comparison.verdict(),
                    comparison.reference(),
                    comparison.rule(),
                    comparison.referenceAt(),
                    comparison.deviation());
        }
    }

    @GetMapping("/api/v1/uw/deviations")
    @Operation(operationId = "listDeviations", summary = "Lists compared outside prices, newest first")
    @ApiResponse(responseCode = "200", description = "empty when there were none")
    @ApiResponse(responseCode = "400", description = "from is not before to")
    List<Deviation> deviations(
            @Parameter(description = "only this symbol") @RequestParam(required = false) @Nullable String symbol,
            @Parameter(description = "only this verdict") @RequestParam(required = false) @Nullable Verdict verdict,
            @Parameter(description = "stamp, inclusive; an hour ago when absent")
                    @RequestParam(required = false)
                    @Nullable Instant from,
            @Parameter(description = "stamp, exclusive; a minute ahead when absent")
                    @RequestParam(required = false)
                    @Nullable Instant to,
            @Parameter(description = "most rows, 1 to 10000") @RequestParam(defaultValue = "200") int limit) {
        Instant now = clock.instant();
        Instant since = from == null ? now.minus(USUAL) : from;
        Instant until = to == null ? now.plus(Duration.ofMinutes(1)) : to;
        if (!since.isBefore(until)) {
            throw ApiException.badRequest("RANGE_INVALID", "from (" + since + ") must be before to (" + until + ").");
        }
        return table.read(symbol, verdict, since, until, Math.clamp(limit, 1, MOST)).stream()
                .map(Deviation::of)
                .toList();
    }
}

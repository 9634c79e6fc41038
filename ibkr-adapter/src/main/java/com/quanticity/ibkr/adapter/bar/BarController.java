package com.quanticity.ibkr.adapter.bar;

import com.quanticity.ibkr.service.problem.ApiException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Five-second bars over REST. */
@RestController
@RequestMapping("/api/v1/bars")
@Tag(name = "bars", description = "Five-second bars: which are streamed, and how complete they are")
class BarController {

    private static final Logger LOG = LoggerFactory.getLogger(BarController.class);

    private final BarDesk desk;

    BarController(BarDesk desk) {
        this.desk = desk;
    }

    @GetMapping
    @Operation(operationId = "bars", summary = "Every symbol with state, counts and what is missing now")
    List<BarLineView> all() {
        return desk.views();
    }

    @GetMapping("/completeness")
    @Operation(
            operationId = "barCompleteness",
            summary = "Expected, received, back-filled and missing bars of one day",
            description = "Counted since this process wanted the symbol, and fill-within before that.")
    List<BarCompleteness> completeness(
            @Parameter(description = "calendar day of the exchange, YYYY-MM-DD; left out = the exchange's day now")
                    @RequestParam(required = false)
                    @Nullable LocalDate day) {
        return desk.completeness(day);
    }

    @PutMapping("/{symbol}")
    @Operation(
            operationId = "streamBars",
            summary = "Streams the bars of a symbol",
            description =
                    "Until this service restarts; name it in ibkr.adapter.bars.symbols to keep it. Again changes nothing.")
    @ApiResponse(responseCode = "200", description = "wanted; the answer says where it stands")
    @ApiResponse(responseCode = "404", description = "SYMBOL_NOT_RESOLVED")
    BarLineView want(@PathVariable String symbol) {
        if (!desk.isResolved(symbol)) {
            throw ApiException.notFound(
                    "SYMBOL_NOT_RESOLVED",
                    symbol + " is not resolved; put it on the watch list first, see /api/v1/contracts.");
        }
        if (desk.want(symbol)) {
            LOG.info("bars wanted by a person symbol={}", symbol);
        }
        return desk.view(symbol).orElseThrow(() -> notStreamed(symbol));
    }

    @DeleteMapping("/{symbol}")
    @Operation(operationId = "endBars", summary = "Ends the bars of a symbol")
    @ApiResponse(responseCode = "200", description = "ended; the answer lists what goes on")
    @ApiResponse(responseCode = "404", description = "BARS_NOT_STREAMED")
    List<BarLineView> unwant(@PathVariable String symbol) {
        if (!desk.unwant(symbol)) {
            throw notStreamed(symbol);
        }
        LOG.info("bars ended by a person symbol={}", symbol);
        return desk.views();
    }

    private static ApiException notStreamed(String symbol) {
        return ApiException.notFound(
                "BARS_NOT_STREAMED", "No bars of " + symbol + " are streamed; GET /api/v1/bars lists those that are.");
    }
}

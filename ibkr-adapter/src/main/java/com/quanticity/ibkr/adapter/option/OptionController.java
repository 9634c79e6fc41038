package com.quanticity.ibkr.adapter.option;

import com.quanticity.ibkr.model.contract.OptionRight;
import com.quanticity.ibkr.service.problem.ApiException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Positive;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Option chains by REST. */
@RestController
@RequestMapping("/api/v1/options")
@Tag(name = "options", description = "Option chains and pictures of them with greeks")
class OptionController {

    private static final String PATH = "/api/v1/options/snapshots/";
    private static final String KEY = "Idempotency-Key";
    private static final Pattern KEY_FORM = Pattern.compile("[!-~]([ -~]{0,62}[!-~])?");

    private final OptionChains chains;
    private final UnderlyingPrices prices;
    private final SnapshotDesk snapshots;

    OptionController(OptionChains chains, UnderlyingPrices prices, SnapshotDesk snapshots) {
        this.chains = chains;
        this.prices = prices;
        this.snapshots = snapshots;
    }

    /**
     * A part of a chain.
     *
     * @param around price that chose the strikes, null when all were wanted
     * @param options how many options the series hold at most; not every strike exists for every day
     * @param at when the broker listed the chain
     */
    record ChainView(
            String underlying,
            int underlyingId,
            @Nullable BigDecimal around,
            int options,
            List<OptionSeries> series,
            Instant at) {}

    @GetMapping("/{underlying}/chain")
    @Operation(
            operationId = "showOptionChain",
            summary = "Expiries and strikes of the options on a stock or index, filtered",
            description = "Names the underlying as SPY or IND:SPX@CBOE.")
    @ApiResponse(responseCode = "200", description = "what the broker lists; series without a match are left out")
    @ApiResponse(responseCode = "404", description = "no such underlying, or it has no options")
    @ApiResponse(
            responseCode = "409",
            description = "strikes are wanted and no fresh price says where the money is; name around")
    @ApiResponse(responseCode = "503", description = "the session has no answer now")
    ChainView chain(
            @PathVariable String underlying,
            @Parameter(description = "first expiry")
                    @RequestParam(required = false)
                    @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
                    @Nullable LocalDate from,
            @Parameter(description = "last expiry")
                    @RequestParam(required = false)
                    @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
                    @Nullable LocalDate to,
            @RequestParam(required = false) @Nullable OptionRight right,
            @RequestParam(required = false) @Nullable String tradingClass,
            @RequestParam(defaultValue = "SMART") String exchange,
            @Parameter(description = "so many strikes on each side of the money; left out: all")
                    @RequestParam(required = false)
                    @Min(1) @Max(1000) @Nullable Integer strikes,
            @Parameter(description = "where the money is, the underlying's price of now when left out")
                    @RequestParam(required = false)
                    @Positive @Nullable BigDecimal around) {
        OptionChain chain = chains.of(underlying);
        BigDecimal middle = strikes == null ? null : around == null ? priceOf(chain, underlying) : around;
        ChainFilter filter =
                new ChainFilter(exchange, tradingClass, from, to, right, middle, strikes == null ? 0 : strikes);
        List<OptionSeries> series = filter.apply(chain.series());
        return new ChainView(
                underlying, chain.underlying().id().value(), middle, filter.count(series), series, chain.at());
    }

    @PostMapping("/{underlying}/snapshots")
    @Operation(
            operationId = "startOptionSnapshot",
            summary = "Takes a picture of a part of a chain: prices, implied volatility, greeks",
            description =
                    "Runs within the market data lines and messages set aside for it. Without days it is the next expiry that still trades, "
                            + "without strikes five on each side of the money.")
    @ApiResponse(responseCode = "202", description = "under way; Location names it")
    @ApiResponse(responseCode = "200", description = "this key started the same picture before; this is how it stands")
    @ApiResponse(responseCode = "400", description = "too many options, or a field is wrong")
    @ApiResponse(responseCode = "404", description = "no such underlying, or no option matches")
    @ApiResponse(responseCode = "409", description = "the key belongs to another picture, or there is no fresh price")
    @ApiResponse(responseCode = "503", description = "the session has no answer now")
    ResponseEntity<SnapshotJob.View> start(
            @PathVariable String underlying,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            @Valid @RequestBody SnapshotRequest request) {
        return switch (snapshots.start(checked(key), underlying, request)) {
            case SnapshotDesk.Started.New started ->
                ResponseEntity.accepted().location(location(started.job())).body(started.job());
            case SnapshotDesk.Started.Repeated repeated ->
                ResponseEntity.ok().location(location(repeated.job())).body(repeated.job());
            case SnapshotDesk.Started.KeyTaken taken ->
                throw ApiException.conflict(
                                "IDEMPOTENCY_KEY_TAKEN",
                                "This Idempotency-Key belongs to snapshot "
                                        + taken.job().id() + " of something else. Use a new key for a new one.")
                        .with("id", taken.job().id());
        };
    }

    @GetMapping("/snapshots")
    @Operation(
            operationId = "listOptionSnapshots",
            summary = "Pictures of chains, newest first, also those of earlier starts")
    List<SnapshotJob.View> list(
            @RequestParam(required = false) @Nullable String underlying,
            @RequestParam(defaultValue = "50") @Min(1) @Max(1000) int limit) {
        return snapshots.list(underlying, limit);
    }

    @GetMapping("/snapshots/{id}")
    @Operation(
            operationId = "showOptionSnapshot",
            summary = "A picture as far as it is taken, and what is missing and why")
    @ApiResponse(
            responseCode = "404",
            description =
                    "no such picture; ended ones are kept as long as ibkr.adapter.history.upkeep.keep-pictures says")
    SnapshotJob.View show(@PathVariable String id) {
        return snapshots.picture(id).orElseThrow(() -> unknown(id));
    }

    @DeleteMapping("/snapshots/{id}")
    @Operation(operationId = "cancelOptionSnapshot", summary = "Stops taking a picture; what is there stays")
    SnapshotJob.View cancel(@PathVariable String id) {
        SnapshotJob job = find(id);
        snapshots.cancel(job);
        return job.view();
    }

    private SnapshotJob find(String id) {
        return snapshots.find(id).orElseThrow(() -> unknown(id));
    }

    private static ApiException unknown(String id) {
        return ApiException.notFound(
                "UNKNOWN_SNAPSHOT", "There is no snapshot '" + id + "'. GET " + PATH + " lists what there is.");
    }

    private BigDecimal priceOf(OptionChain chain, String underlying) {
        return prices.of(chain.underlying())
                .orElseThrow(() -> ApiException.conflict(
                        "NO_UNDERLYING_PRICE",
                        "There is no fresh price of " + underlying
                                + " to choose strikes by. Name one as around, or put it on the watch list."));
    }

    private static String checked(@Nullable String key) {
        if (key == null || !KEY_FORM.matcher(key).matches()) {
            throw ApiException.badRequest(
                    "IDEMPOTENCY_KEY_MISSING",
                    "Header " + KEY
                            + " is missing or not 1 to 64 printable ASCII characters. Send a new key for a new snapshot, and the "
                            + "same key to repeat a request.");
        }
        return key;
    }

    private static URI location(SnapshotJob.View job) {
        return URI.create(PATH + job.id());
    }
}

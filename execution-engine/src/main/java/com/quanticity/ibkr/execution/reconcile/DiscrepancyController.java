package com.quanticity.ibkr.execution.reconcile;

import com.quanticity.ibkr.execution.idempotency.IdempotencyKey;
import com.quanticity.ibkr.model.order.Side;
import com.quanticity.ibkr.model.reconcile.Discrepancy;
import com.quanticity.ibkr.model.reconcile.DiscrepancyKind;
import com.quanticity.ibkr.model.stream.Ulid;
import com.quanticity.ibkr.service.problem.ApiException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Discrepancies by REST. */
@RestController
@RequestMapping("/api/v1/discrepancies")
@Tag(
        name = "discrepancies",
        description = "Lasting differences between our books and the broker's, and what people decide about them")
class DiscrepancyController {

    private static final int LONGEST_REASON = 500;

    private final Discrepancies discrepancies;
    private final DiscrepancyDesk desk;

    DiscrepancyController(Discrepancies discrepancies, DiscrepancyDesk desk) {
        this.discrepancies = discrepancies;
        this.desk = desk;
    }

    @GetMapping
    @Operation(operationId = "listDiscrepancies", summary = "Lists discrepancies, newest first")
    DiscrepancyList list(
            @Parameter(description = "only those that have not ended") @RequestParam(defaultValue = "false")
                    boolean open,
            @Parameter(description = "only this kind") @RequestParam(required = false) @Nullable DiscrepancyKind kind,
            @Parameter(description = "only this symbol") @RequestParam(required = false) @Nullable String symbol,
            @Parameter(description = "nextCursor of the page before") @RequestParam(required = false) @Nullable String cursor,
            @Parameter(description = "most to list") @RequestParam(defaultValue = "50") @Min(1) @Max(500) int limit) {
        if (cursor != null && !Ulid.isValid(cursor)) {
            throw ApiException.badRequest(
                    "INVALID_CURSOR", "cursor must be the nextCursor of a list before, was '" + cursor + "'.");
        }
        List<Discrepancy> page = discrepancies.list(open, kind, symbol, cursor, limit + 1);
        List<Discrepancy> shown = page.stream().limit(limit).toList();
        return new DiscrepancyList(shown, page.size() > limit ? shown.getLast().id() : null);
    }

    @GetMapping("/{id}")
    @Operation(operationId = "showDiscrepancy", summary = "Shows a discrepancy with the decisions about it")
    @ApiResponse(responseCode = "404", description = "there is no such discrepancy")
    DiscrepancyAnswer show(@PathVariable String id) {
        return new DiscrepancyAnswer(discrepancies.find(id).orElseThrow(() -> unknown(id)), desk.decisionsOf(id));
    }

    @PostMapping("/{id}/adopt")
    @Operation(
            operationId = "adoptDiscrepancy",
            summary = "Takes over the witness's side",
            description =
                    "A position: books a fill of what is missing, at the price given. A fill: books the drop copy's execution. A trade that only "
                            + "the statement has: books it, with its commission. An order "
                            + "that the broker or the adapter does not have: ends it. An order that the ledger does not have: takes it over as an outside order.")
    @ApiResponse(responseCode = "200", description = "done, or done before under this key")
    @ApiResponse(responseCode = "409", description = "it changed, ended, or cannot be adopted; the code says which")
    Discrepancy adopt(
            @PathVariable String id,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            @Valid @RequestBody AdoptRequest body) {
        return decide(key, id, new Decision.Adopt(body.by(), body.reason(), body.version(), body.price()));
    }

    @PostMapping("/{id}/ignore")
    @Operation(
            operationId = "ignoreDiscrepancy",
            summary = "Lets it be until a time",
            description =
                    "Its instrument is unlocked. It opens again when the time is over or the difference becomes another one.")
    @ApiResponse(responseCode = "200", description = "done, or done before under this key")
    @ApiResponse(responseCode = "409", description = "it changed, ended, or the time does not fit")
    Discrepancy ignore(
            @PathVariable String id,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            @Valid @RequestBody IgnoreRequest body) {
        return decide(key, id, new Decision.Ignore(body.by(), body.reason(), body.version(), body.until()));
    }

    @PostMapping("/{id}/correct")
    @Operation(
            operationId = "correctDiscrepancy",
            summary = "Books a fill that puts our side right",
            description =
                    "It is marked as an adjustment. The discrepancy ends when both sides agree, and opens again when they do not.")
    @ApiResponse(responseCode = "200", description = "done, or done before under this key")
    @ApiResponse(responseCode = "409", description = "it changed, ended, or names no contract to book in")
    Discrepancy correct(
            @PathVariable String id,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            @Valid @RequestBody CorrectRequest body) {
        return decide(
                key,
                id,
                new Decision.Correct(
                        body.by(), body.reason(), body.version(), body.side(), body.quantity(), body.price()));
    }

    private Discrepancy decide(@Nullable String key, String id, Decision decision) {
        return switch (desk.decide(IdempotencyKey.of(key).text(), id, decision)) {
            case DiscrepancyDesk.Verdict.Done(Discrepancy now) -> now;
            case DiscrepancyDesk.Verdict.Repeated(Discrepancy now) -> now;
            case DiscrepancyDesk.Verdict.NoSuchDiscrepancy _ -> throw unknown(id);
            case DiscrepancyDesk.Verdict.KeyTaken _ ->
                throw ApiException.conflict(
                        "IDEMPOTENCY_KEY_TAKEN",
                        "This Idempotency-Key belongs to another decision. Nothing was done. Use a new key.");
            case DiscrepancyDesk.Verdict.Changed(Discrepancy now) ->
                throw ApiException.conflict(
                                "DISCREPANCY_CHANGED",
                                "The discrepancy is " + now.state() + " in version " + now.version()
                                        + " now. Nothing was done. Look at it again.")
                        .with("version", now.version())
                        .with("state", now.state());
            case DiscrepancyDesk.Verdict.NotPossible(String why) ->
                throw ApiException.conflict("DECISION_NOT_POSSIBLE", "Nothing was done: " + why + ".");
        };
    }

    private static ApiException unknown(String id) {
        return ApiException.notFound(
                "UNKNOWN_DISCREPANCY",
                "There is no discrepancy '" + id + "'. GET /api/v1/discrepancies lists what there is.");
    }

    /** Answer of the list; the cursor is null on the last page. */
    record DiscrepancyList(
            List<Discrepancy> discrepancies, @Nullable String nextCursor) {}

    /** One with what was decided about it, oldest first. */
    record DiscrepancyAnswer(Discrepancy discrepancy, List<DiscrepancyDesk.Recorded> decisions) {}

    /** Take over the witness's side. */
    record AdoptRequest(
            @Schema(description = "who decides") @NotBlank @Size(max = 100) String by,

            @NotBlank @Size(max = LONGEST_REASON) String reason,

            @Schema(description = "the version that was looked at") @NotNull @Positive Long version,

            @Schema(description = "per unit, for a position: what the missing quantity is booked at")
            @PositiveOrZero @Nullable BigDecimal price) {}

    /** Let it be for a time. */
    record IgnoreRequest(
            @NotBlank @Size(max = 100) String by,
            @NotBlank @Size(max = LONGEST_REASON) String reason,
            @NotNull @Positive Long version,

            @Schema(description = "UTC; then it locks again unless it has ended") @NotNull Instant until) {}

    /** Book a fill. */
    record CorrectRequest(
            @NotBlank @Size(max = 100) String by,
            @NotBlank @Size(max = LONGEST_REASON) String reason,
            @NotNull @Positive Long version,
            @NotNull Side side,
            @NotNull @Positive BigDecimal quantity,
            @NotNull @PositiveOrZero BigDecimal price) {}
}

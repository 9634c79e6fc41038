package com.quanticity.ibkr.execution.rebalance;

import com.quanticity.ibkr.execution.idempotency.IdempotencyKey;
import com.quanticity.ibkr.execution.parent.Parents;
import com.quanticity.ibkr.model.parent.ParentSnapshot;
import com.quanticity.ibkr.service.problem.ApiException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Rebalancings by REST. */
@RestController
@RequestMapping("/api/v1/rebalances")
@Tag(
        name = "rebalancing",
        description = "Brings an account to target quantities or weights, what lowers exposure first")
class RebalanceController {

    private final RebalanceDesk desk;
    private final RebalanceRuns runs;
    private final Parents parents;

    RebalanceController(RebalanceDesk desk, RebalanceRuns runs, Parents parents) {
        this.desk = desk;
        this.runs = runs;
        this.parents = parents;
    }

    /**
     * What a run would send now.
     *
     * @param orders in the sequence they would go out
     * @param cashAfter cash that is left when all fill at the prices of now, costs not counted
     */
    record Preview(List<Plan.Planned> orders, BigDecimal cashAfter) {}

    /**
     * A run with its orders.
     *
     * @param remark why it ended before its targets were reached
     */
    record RunView(
            String runId,
            RebalanceRun.State state,
            Plan.Phase phase,
            String remark,
            List<ParentSnapshot> parents,
            Instant createdAt,
            Instant updatedAt) {}

    @PostMapping("/preview")
    @Operation(
            operationId = "previewRebalance",
            summary = "Shows the orders of a rebalancing; nothing is stored or sent")
    @ApiResponse(responseCode = "409", description = "REBALANCE_REFUSED names every problem")
    Preview preview(@Valid @RequestBody RebalanceRequest request) {
        return switch (desk.preview(request)) {
            case Plan.Orders(List<Plan.Planned> orders, BigDecimal cashAfter) -> new Preview(orders, cashAfter);
            case Plan.Refused(List<String> problems) -> throw refused(problems);
        };
    }

    @PostMapping
    @Operation(
            operationId = "runRebalance",
            summary = "Runs a rebalancing",
            description =
                    "What makes positions smaller goes first; the rest is planned anew when all of that has filled. "
                            + "An order that ends short ends the run.")
    @ApiResponse(responseCode = "201", description = "started; Location names it")
    @ApiResponse(
            responseCode = "409",
            description = "REBALANCE_REFUSED names every problem; or the key belongs to another request")
    ResponseEntity<RunView> run(
            @Parameter(in = ParameterIn.HEADER, required = true, description = "1 to 64 printable ASCII characters")
                    @RequestHeader(name = IdempotencyKey.HEADER, required = false)
                    @Nullable String idempotencyKey,
            @Valid @RequestBody RebalanceRequest request) {
        IdempotencyKey key = IdempotencyKey.of(idempotencyKey);
        if (runs.byKey(key).isEmpty() && desk.preview(request) instanceof Plan.Refused(List<String> problems)) {
            throw refused(problems);
        }
        RebalanceRun run = desk.start(key, request)
                .orElseThrow(() -> ApiException.conflict(
                        "IDEMPOTENCY_KEY_TAKEN",
                        "This Idempotency-Key belongs to another rebalancing. Nothing was stored. Use a new key."));
        return ResponseEntity.created(URI.create("/api/v1/rebalances/" + run.runId()))
                .body(view(run));
    }

    @GetMapping("/{runId}")
    @Operation(operationId = "showRebalance", summary = "Shows a run with its parents")
    @ApiResponse(responseCode = "404", description = "there is no such run")
    RunView show(@PathVariable String runId) {
        return view(runs.find(runId)
                .orElseThrow(() -> ApiException.notFound(
                        "UNKNOWN_RUN", "There is no rebalancing '" + runId + "'. Use the id that starting one gave.")));
    }

    private RunView view(RebalanceRun run) {
        return new RunView(
                run.runId(),
                run.state(),
                run.phase(),
                run.remark(),
                parents.ofOrigin(run.origin()).stream()
                        .map(parent -> parent.snapshot())
                        .toList(),
                run.createdAt(),
                run.updatedAt());
    }

    private static ApiException refused(List<String> problems) {
        return ApiException.conflict("REBALANCE_REFUSED", String.join("; ", problems) + ".")
                .with("problems", problems);
    }
}

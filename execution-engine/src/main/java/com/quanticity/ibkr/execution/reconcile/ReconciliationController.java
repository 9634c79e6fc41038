package com.quanticity.ibkr.execution.reconcile;

import com.quanticity.ibkr.execution.reconcile.witness.OutsideOrders;
import com.quanticity.ibkr.execution.reconcile.witness.OutsideOrders.OutsideOrder;
import com.quanticity.ibkr.execution.reconcile.witness.Standing;
import com.quanticity.ibkr.model.reconcile.InstrumentLock;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How the comparison stands, what it locked, and what came from outside. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "reconciliation", description = "Our books against the broker's: witnesses, locks, orders from outside")
class ReconciliationController {

    private final Standing standing;
    private final FillComparison fills;
    private final LockPublisher locks;
    private final OutsideOrders outside;

    ReconciliationController(Standing standing, FillComparison fills, LockPublisher locks, OutsideOrders outside) {
        this.standing = standing;
        this.fills = fills;
        this.locks = locks;
        this.outside = outside;
    }

    @GetMapping("/reconciliation")
    @Operation(
            operationId = "showReconciliation",
            summary = "Shows the witnesses",
            description = "A witness that is not known raises and clears nothing.")
    ReconciliationAnswer reconciliation() {
        Map<String, Standing.Since> witnesses = new LinkedHashMap<>();
        standing.witnesses().forEach((witness, since) -> witnesses.put(witness.text(), since));
        return new ReconciliationAnswer(
                standing.lastRun(),
                fills.fullyComparedAt(),
                fills.unsettled(),
                standing.young(),
                locks.locks().size(),
                witnesses);
    }

    @GetMapping("/locks")
    @Operation(operationId = "listLocks", summary = "Lists the instruments that take no new orders")
    LockList locks() {
        return new LockList(locks.locks());
    }

    @GetMapping("/outside-orders")
    @Operation(
            operationId = "listOutsideOrders",
            summary = "Lists orders this platform did not place, last changed first")
    OutsideOrderList outsideOrders(
            @Parameter(description = "only open ones") @RequestParam(defaultValue = "true") boolean open,
            @RequestParam(defaultValue = "50") @Min(1) @Max(500) int limit) {
        return new OutsideOrderList(outside.list(open, limit));
    }

    /**
     * How the comparison stands.
     *
     * @param comparedAt time of the last one, null before the first
     * @param fullyComparedAt when all executions were compared last, null before the first time
     * @param unsettledFills executions, by family, that the last comparison looked at because they had changed or differ
     * @param youngDifferences differences younger than the tolerance
     * @param locks locked instruments
     * @param witnesses by name
     */
    record ReconciliationAnswer(
            @Nullable Instant comparedAt,
            @Nullable Instant fullyComparedAt,
            int unsettledFills,
            int youngDifferences,
            int locks,
            Map<String, Standing.Since> witnesses) {}

    record LockList(List<InstrumentLock> locks) {}

    record OutsideOrderList(List<OutsideOrder> orders) {}
}

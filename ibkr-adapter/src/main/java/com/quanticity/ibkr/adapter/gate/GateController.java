package com.quanticity.ibkr.adapter.gate;

import com.quanticity.ibkr.adapter.gate.GateReadiness.Gap;
import com.quanticity.ibkr.adapter.gate.activity.StrategyLocks;
import com.quanticity.ibkr.adapter.gate.activity.StrategyLocks.Lock;
import com.quanticity.ibkr.adapter.gate.exposure.Exposures;
import com.quanticity.ibkr.adapter.gate.limit.LimitBook;
import com.quanticity.ibkr.adapter.gate.limit.RuleBook;
import com.quanticity.ibkr.service.problem.ApiException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the order gate believes, and the strategies it disabled. */
@RestController
@RequestMapping("/api/v1/gate")
@Tag(name = "gate", description = "What the order gate believes, and the strategies it disabled")
class GateController {

    private final LimitBook limits;
    private final Exposures exposures;
    private final OthersOrdersFeed others;
    private final StrategyLocks locks;
    private final GateKeeper keeper;
    private final GateReadiness readiness;

    /**
     * @param limitsVersion version of the limits held, null when none were heard
     * @param limitsAt when they were published, null when none were heard
     * @param positionsKnown whether the broker's positions are known
     * @param othersOrdersKnown whether the drop copy tells the orders of other clients; the last known ones count on while it does not
     * @param disabledStrategies strategies that may not enter
     * @param gaps what the gate does not know and what that denies, worst first; empty when it knows what it needs
     */
    record GateView(
            @Nullable Long limitsVersion,
            @Nullable Instant limitsAt,
            boolean positionsKnown,
            boolean othersOrdersKnown,
            List<Lock> disabledStrategies,
            List<Gap> gaps) {}

    /**
     * @param by who enables it
     * @param reason why it may go on
     */
    record EnableRequest(
            @NotBlank @Size(max = 100) String by,
            @NotBlank @Size(max = 500) String reason) {}

    GateController(
            LimitBook limits,
            Exposures exposures,
            OthersOrdersFeed others,
            StrategyLocks locks,
            GateKeeper keeper,
            GateReadiness readiness) {
        this.limits = limits;
        this.exposures = exposures;
        this.others = others;
        this.locks = locks;
        this.keeper = keeper;
        this.readiness = readiness;
    }

    @GetMapping
    @Operation(
            summary =
                    "Version of the limits held, disabled strategies, what the gate does not know and what that denies")
    GateView gate() {
        RuleBook heard = limits.last();
        return new GateView(
                heard == null ? null : heard.limits().version(),
                heard == null ? null : heard.limits().at(),
                exposures.arePositionsKnown(),
                others.isKnown(),
                locks.all().stream().sorted(Comparator.comparing(Lock::at)).toList(),
                readiness.gaps());
    }

    /** A strategy that filled and entered again too often goes on; the same call again changes nothing. */
    @PostMapping("/strategies/{strategy}/enable")
    @Operation(summary = "Lets a disabled strategy enter again")
    GateView enable(@PathVariable String strategy, @Valid @RequestBody EnableRequest request) {
        try {
            keeper.enable(strategy, request.by(), request.reason());
        } catch (DataAccessException e) {
            throw ApiException.unavailable(
                    "DATABASE_AWAY",
                    "The strategy stays disabled because PostgreSQL did not store it; restore it and try again.");
        }
        return gate();
    }
}

package com.quanticity.ibkr.risk.limit;

import com.quanticity.ibkr.model.order.Side;
import com.quanticity.ibkr.model.risk.DenialReason;
import com.quanticity.ibkr.service.problem.ApiException;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Limits over REST: look, propose, approve; leave for single orders; what was denied. */
@RestController
@RequestMapping("/api/v1/limits")
class LimitController {

    private static final Logger LOG = LoggerFactory.getLogger(LimitController.class);

    private final LimitDesk desk;
    private final LimitStore store;

    /**
     * @param by who wants it
     * @param reason why
     * @param content all limits as they are to be, not only what changes
     */
    record ProposalRequest(
            @NotBlank @Size(max = 100) String by,
            @NotBlank @Size(max = 500) String reason,
            @NotNull LimitContent content) {}

    /** @param by who decides, another person than who asked */
    record Decision(@NotBlank @Size(max = 100) String by) {}

    /**
     * @param reason the denial to lift
     * @param quantity the most the order may have
     * @param validFor how long it holds once it is approved, such as {@code PT10M}
     */
    record OverrideAsked(
            @NotBlank @Size(max = 100) String by,
            @NotBlank @Size(max = 500) String why,
            @NotNull DenialReason reason,
            @NotBlank String strategy,
            @NotBlank String symbol,
            @NotNull Side side,
            @NotNull @Positive BigDecimal quantity,
            @NotNull Duration validFor) {

        OverrideRequest request() {
            return new OverrideRequest(
                    "", reason, strategy, symbol, side, quantity, validFor, by, why, Instant.EPOCH, null, null);
        }
    }

    LimitController(LimitDesk desk, LimitStore store) {
        this.desk = desk;
        this.store = store;
    }

    /** What is in force. */
    @GetMapping
    LimitVersion current() {
        LimitVersion current = desk.current();
        if (current == null) {
            throw ApiException.notFound(
                    "NO_LIMITS",
                    "There are no limits, so every order is denied; propose some by POST /api/v1/limits/proposals.");
        }
        return current;
    }

    /** Every version that was in force, newest first. */
    @GetMapping("/history")
    List<LimitVersion> history(@RequestParam(defaultValue = "50") @Min(1) @Max(1000) int limit) {
        return stored(() -> store.versions(limit));
    }

    /** Newest first, decided ones too. */
    @GetMapping("/proposals")
    List<LimitProposal> proposals(@RequestParam(defaultValue = "50") @Min(1) @Max(1000) int limit) {
        return stored(() -> store.proposals(limit));
    }

    @PostMapping("/proposals")
    @ResponseStatus(HttpStatus.CREATED)
    LimitProposal propose(@Valid @RequestBody ProposalRequest request) {
        return stored(() -> desk.propose(request.content(), request.by(), request.reason()));
    }

    @PostMapping("/proposals/{id}/approve")
    LimitProposal approve(@PathVariable String id, @Valid @RequestBody Decision decision) {
        return stored(() -> desk.approve(id, decision.by()));
    }

    @PostMapping("/proposals/{id}/reject")
    LimitProposal reject(@PathVariable String id, @Valid @RequestBody Decision decision) {
        return stored(() -> desk.reject(id, decision.by()));
    }

    /** Newest first, lapsed ones too. */
    @GetMapping("/overrides")
    List<OverrideRequest> overrides(@RequestParam(defaultValue = "50") @Min(1) @Max(1000) int limit) {
        return stored(() -> store.overrides(limit));
    }

    @PostMapping("/overrides")
    @ResponseStatus(HttpStatus.CREATED)
    OverrideRequest ask(@Valid @RequestBody OverrideAsked asked) {
        return stored(() -> desk.requestOverride(asked.request()));
    }

    @PostMapping("/overrides/{id}/approve")
    OverrideRequest approveOverride(@PathVariable String id, @Valid @RequestBody Decision decision) {
        return stored(() -> desk.approveOverride(id, decision.by()));
    }

    /** Orders that the gate denied, newest first. */
    @GetMapping("/breaches")
    List<Breach> breaches(@RequestParam(defaultValue = "50") @Min(1) @Max(1000) int limit) {
        return stored(() -> store.breaches(limit));
    }

    private static <T> T stored(Supplier<T> call) {
        try {
            return call.get();
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("limits not read or stored cause={}", e.toString());
            throw ApiException.unavailable(
                    "DATABASE_AWAY",
                    "PostgreSQL is away: nothing was changed, the limits in force still hold; restore it and try again.");
        }
    }
}

package com.quanticity.ibkr.console.audit;

import com.quanticity.ibkr.console.audit.AuditSearch.Query;
import com.quanticity.ibkr.model.audit.AuditKind;
import com.quanticity.ibkr.model.audit.AuditLink;
import com.quanticity.ibkr.model.audit.ChainCheck;
import com.quanticity.ibkr.service.problem.ApiException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The audit record by REST, for risk officers, admins and services. */
@RestController
@RequestMapping("/api/v1/audit")
@Tag(name = "audit", description = "The hash-chained record of orders, operator actions, limits and sessions")
class AuditController {

    private final AuditStore store;
    private final AuditSearch search;
    private final RetentionReport retention;

    AuditController(AuditStore store, AuditSearch search, RetentionReport retention) {
        this.store = store;
        this.search = search;
        this.retention = retention;
    }

    /**
     * What a check found.
     *
     * @param whole every link fits
     * @param links that fit
     * @param lastSequence place of the last of them, null when there is none
     * @param headHash its hash; note it elsewhere, for a cut end does not show by itself
     * @param broken the first link that does not fit, null when all do
     */
    record Verdict(
            boolean whole,
            long links,
            @Nullable Long lastSequence,
            @Nullable String headHash,
            ChainCheck.@Nullable BrokenLink broken) {}

    /**
     * A page of links.
     *
     * @param next {@code after} of the next page, null on the last
     */
    record Page(List<AuditLink> entries, @Nullable Long next) {}

    @GetMapping("/verify")
    @Operation(
            operationId = "verifyAudit",
            summary = "Checks the chain, whole or one day",
            description = "Reads every link, which takes a while for a long day. A day is that of storing, UTC.")
    Verdict verify(
            @Parameter(description = "2026-01-05; absent = the whole chain")
                    @RequestParam(required = false)
                    @DateTimeFormat(iso = ISO.DATE)
                    @Nullable LocalDate day) {
        ChainCheck check = day == null ? store.check() : store.check(day, _ -> {});
        return new Verdict(
                check.broken().isEmpty(),
                check.count(),
                check.last().map(AuditLink::sequence).orElse(null),
                check.last().map(AuditLink::hash).orElse(null),
                check.broken().orElse(null));
    }

    @GetMapping("/entries")
    @Operation(operationId = "findAuditEntries", summary = "Lists entries in the order of the chain")
    Page entries(
            @Parameter(description = "our order id; what the gateway said of the order is found too")
                    @RequestParam(required = false)
                    @Nullable String order,
            @RequestParam(required = false) @Nullable Long permId,
            @Parameter(description = "stored on this day, UTC")
                    @RequestParam(required = false)
                    @DateTimeFormat(iso = ISO.DATE)
                    @Nullable LocalDate day,
            @RequestParam(required = false) @Nullable AuditKind kind,
            @RequestParam(required = false) @Nullable String service,
            @Parameter(description = "next of the page before") @RequestParam(defaultValue = "0") @Min(0) long after,
            @RequestParam(defaultValue = "200") @Min(1) @Max(1000) int limit) {
        List<AuditLink> found = search.find(new Query(order, permId, day, kind, service, after), limit + 1);
        List<AuditLink> shown = found.stream().limit(limit).toList();
        return new Page(shown, found.size() > limit ? shown.getLast().sequence() : null);
    }

    @GetMapping("/retention")
    @Operation(operationId = "auditRetention", summary = "What is kept until when, what is due, what is held and why")
    RetentionReport.Report retention() {
        return retention.report();
    }

    @ExceptionHandler(UnreadableLinkException.class)
    void altered(UnreadableLinkException e) {
        throw ApiException.conflict(
                "AUDIT_LINK_ALTERED",
                "link " + e.sequence()
                        + " holds what no link has, it was changed: see docs/runbooks/audit-chain-broken.md");
    }

    @ExceptionHandler(DataAccessException.class)
    void away(DataAccessException e) {
        throw ApiException.unavailable("DATABASE_AWAY", "the database did not answer; try again when it is back");
    }
}

package com.quanticity.ibkr.risk.halt;

import com.quanticity.ibkr.model.ops.OpsCommand.Halt;
import com.quanticity.ibkr.model.ops.OpsCommand.Reduce;
import com.quanticity.ibkr.model.ops.OpsReply;
import com.quanticity.ibkr.model.risk.RiskScope;
import com.quanticity.ibkr.model.risk.ScopedState;
import com.quanticity.ibkr.model.risk.TradingState;
import com.quanticity.ibkr.model.stream.Ulid;
import com.quanticity.ibkr.service.problem.ApiException;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The trading state over REST: to look at it, and to halt without the console. There is no resume here. */
@RestController
@RequestMapping("/api/v1/trading-state")
class TradingStateController {

    private static final Logger LOG = LoggerFactory.getLogger(TradingStateController.class);

    private final TradingControl control;
    private final TradingHistory history;
    private final Ulid ids;

    /**
     * @param state the state now
     * @param version grows with each change
     * @param by who changed it
     * @param reason why
     * @param since when
     * @param stored false while the database has not stored it
     * @param scopes strategies and instruments that are not ACTIVE
     */
    record TradingStateView(
            TradingState state,
            long version,
            String by,
            String reason,
            Instant since,
            boolean stored,
            List<ScopedState> scopes) {}

    /**
     * @param by who halts or reduces
     * @param reason why, for everybody to read
     * @param scope firm, strategy:NAME or instrument:SYMBOL; the firm when it is left out
     */
    record HaltRequest(
            @NotBlank @Size(max = 100) String by,
            @NotBlank @Size(max = OneLine.LONGEST) String reason,
            @Nullable RiskScope scope) {

        RiskScope scopeOrFirm() {
            return scope == null ? RiskScope.FIRM : scope;
        }
    }

    /**
     * @param detail one line for the operator
     * @param tradingState the state after it
     */
    record HaltResult(String commandId, OpsReply.Outcome outcome, String detail, TradingStateView tradingState) {}

    TradingStateController(TradingControl control, TradingHistory history, Clock clock) {
        this.control = control;
        this.history = history;
        this.ids = new Ulid(clock);
    }

    @GetMapping
    TradingStateView current() {
        TradingChange current = control.current();
        return new TradingStateView(
                current.state(),
                current.version(),
                current.by(),
                current.reason(),
                current.since(),
                control.isStored(),
                control.scopes());
    }

    /** Newest first. */
    @GetMapping("/history")
    List<TradingChange> history(@RequestParam(defaultValue = "50") @Min(1) @Max(1000) int limit) {
        try {
            return history.newest(limit);
        } catch (DataAccessException e) {
            LOG.warn("trading state history not read cause={}", e.toString());
            throw ApiException.unavailable(
                    "DATABASE_AWAY",
                    "The history cannot be read while PostgreSQL is away; restore it. The state itself is known.");
        }
    }

    /** The same idempotency key halts once; without one each call is a command of its own. */
    @PostMapping("/halt")
    HaltResult halt(
            @Valid @RequestBody HaltRequest request,
            @RequestHeader(name = "Idempotency-Key", required = false) @Size(max = 100) @Nullable String idempotencyKey) {
        String commandId = idempotencyKey == null ? ids.next() : "rest:" + idempotencyKey;
        OpsReply reply = control.halt(new Halt(commandId, request.scopeOrFirm(), request.by(), request.reason()));
        return new HaltResult(commandId, reply.outcome(), reply.detail(), current());
    }

    /** Lets only orders pass that shrink a position; the same idempotency key does it once. */
    @PostMapping("/reduce")
    HaltResult reduce(
            @Valid @RequestBody HaltRequest request,
            @RequestHeader(name = "Idempotency-Key", required = false) @Size(max = 100) @Nullable String idempotencyKey) {
        String commandId = idempotencyKey == null ? ids.next() : "rest:" + idempotencyKey;
        OpsReply reply = control.reduce(new Reduce(commandId, request.scopeOrFirm(), request.by(), request.reason()));
        return new HaltResult(commandId, reply.outcome(), reply.detail(), current());
    }
}

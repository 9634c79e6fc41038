package com.quanticity.ibkr.adapter.watchlist;

import com.quanticity.ibkr.adapter.contract.ContractDirectory;
import com.quanticity.ibkr.adapter.entitlement.DataKind;
import com.quanticity.ibkr.adapter.entitlement.DataTarget;
import com.quanticity.ibkr.adapter.entitlement.EntitlementSink;
import com.quanticity.ibkr.adapter.marketdata.Snapshot;
import com.quanticity.ibkr.adapter.marketdata.Snapshots;
import com.quanticity.ibkr.adapter.marketdata.Snapshots.Outcome;
import com.quanticity.ibkr.model.contract.Contract;
import com.quanticity.ibkr.service.problem.ApiException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Snapshots on demand. */
@RestController
class SnapshotController {

    private static final String KEY_HEADER = "Idempotency-Key";
    private static final int KEYS_REMEMBERED = 200;
    private static final int NO_FREE_LINE = 101;

    private final Snapshots snapshots;
    private final ContractDirectory contracts;
    private final EntitlementSink entitlements;
    private final SnapshotLines lines;
    private final Map<String, CompletableFuture<Outcome>> charged = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, CompletableFuture<Outcome>> eldest) {
            return size() > KEYS_REMEMBERED;
        }
    };

    SnapshotController(
            Snapshots snapshots, ContractDirectory contracts, EntitlementSink entitlements, SnapshotLines lines) {
        this.snapshots = snapshots;
        this.contracts = contracts;
        this.entitlements = entitlements;
        this.lines = lines;
    }

    /**
     * The present picture of one contract, answered when the gateway says that it is complete. It takes a market data line meanwhile.
     *
     * @param regulatory true for a snapshot of the whole market, which the broker charges for; needs an idempotency key, so that a
     *     repetition is not paid twice
     */
    @PostMapping("/api/v1/snapshots/{symbol}")
    CompletableFuture<Snapshot> snapshot(
            @PathVariable String symbol,
            @RequestParam(defaultValue = "false") boolean regulatory,
            @RequestHeader(name = KEY_HEADER, required = false) @Nullable String key) {
        Contract contract = contracts
                .find(symbol)
                .orElseThrow(
                        () -> ApiException.notFound(
                                "CONTRACT_NOT_RESOLVED",
                                symbol
                                        + " is not resolved; put it on the watch list or resolve it under /api/v1/contracts first."));
        CompletableFuture<Outcome> answer = regulatory ? once(key, symbol, contract) : take(symbol, contract, false);
        return answer.thenApply(outcome -> snapshot(contract, outcome));
    }

    private synchronized CompletableFuture<Outcome> once(@Nullable String key, String symbol, Contract contract) {
        if (key == null || key.isBlank()) {
            throw ApiException.badRequest(
                    "IDEMPOTENCY_KEY_MISSING",
                    "A regulatory snapshot costs money; send header " + KEY_HEADER
                            + " with a new key for a new one, and the same key to repeat a request.");
        }
        return charged.computeIfAbsent(symbol + " " + key, _ -> take(symbol, contract, true));
    }

    private CompletableFuture<Outcome> take(String symbol, Contract contract, boolean regulatory) {
        if (!lines.tryTake()) {
            throw noLine(symbol, lines.holders());
        }
        return snapshots.take(symbol, contract, regulatory).whenComplete((_, _) -> lines.giveBack());
    }

    private static ApiException noLine(String symbol, String why) {
        return ApiException.conflict(
                "NO_LINE",
                "No market data line is free for a snapshot of " + symbol + " (" + why
                        + "). Take a symbol off the watch list, or ask again when the snapshots under way are there.");
    }

    private Snapshot snapshot(Contract contract, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Complete complete -> complete.snapshot();
            case Outcome.Refused refused
            when refused.code() == NO_FREE_LINE ->
                throw noLine(contract.symbol(), "the broker says 101: others use the rest")
                        .with("brokerCode", NO_FREE_LINE);
            case Outcome.Refused refused -> {
                entitlements.answered(DataTarget.of(contract, DataKind.LEVEL_1), refused.code(), refused.message());
                throw ApiException.conflict(
                                "SNAPSHOT_REFUSED",
                                "The broker refuses it: " + refused.code() + " " + refused.message()
                                        + "; see GET /api/v1/entitlements for what to do.")
                        .with("brokerCode", refused.code());
            }
            case Outcome.NotAnswered none ->
                throw new ApiException(
                        HttpStatus.GATEWAY_TIMEOUT,
                        "SNAPSHOT_NOT_ANSWERED",
                        none.why() + "; look at the session's state and ask again.");
        };
    }
}

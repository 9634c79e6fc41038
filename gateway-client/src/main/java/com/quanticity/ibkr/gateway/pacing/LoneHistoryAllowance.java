package com.quanticity.ibkr.gateway.pacing;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.LongSupplier;

/** The rules for one session, answered at once. */
final class LoneHistoryAllowance implements HistoryAllowance {

    private final HistoryRules rules;
    private final LongSupplier nanoTime;

    LoneHistoryAllowance(HistoryLimits limits, LongSupplier nanoTime) {
        this.rules = new HistoryRules(limits);
        this.nanoTime = nanoTime;
    }

    @Override
    public synchronized CompletionStage<HistoryAnswer> ask(HistoryQuery query) {
        return CompletableFuture.completedFuture(rules.ask(query, nanoTime.getAsLong()));
    }

    @Override
    public synchronized void ended(int reqId) {
        rules.ended(reqId);
    }

    @Override
    public synchronized void allEnded() {
        rules.allEnded();
    }
}

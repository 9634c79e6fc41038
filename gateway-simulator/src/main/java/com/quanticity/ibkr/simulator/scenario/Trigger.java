package com.quanticity.ibkr.simulator.scenario;

import com.quanticity.ibkr.simulator.witness.Happening;
import org.jspecify.annotations.Nullable;

/**
 * What a step waits for: the n-th happening that fits, counted from the start of the round.
 *
 * @param count 1 for the first
 * @param clientId null for any client
 * @param symbol null for any
 * @param request name of the request, null for any; only with {@link Happening.Kind#REQUEST}
 */
public record Trigger(
        Happening.Kind kind,
        int count,
        @Nullable Integer clientId,
        @Nullable String symbol,
        @Nullable String request) {

    boolean fits(Happening happening) {
        return happening.kind() == kind
                && (clientId == null || clientId == happening.clientId())
                && (symbol == null || symbol.equals(happening.symbol()))
                && (request == null || request.equals(happening.request()));
    }
}

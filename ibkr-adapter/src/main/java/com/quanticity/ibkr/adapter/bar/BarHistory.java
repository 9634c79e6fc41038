package com.quanticity.ibkr.adapter.bar;

import com.quanticity.ibkr.model.contract.Contract;
import com.quanticity.ibkr.model.market.Bar;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Where missing bars are asked for. Never blocks. */
@FunctionalInterface
interface BarHistory {

    /**
     * Asks for the five-second bars of trades that begin within a time.
     *
     * @param from inclusive
     * @param to exclusive
     * @return completes on any thread, never exceptionally
     */
    CompletableFuture<Answer> ask(Contract contract, Instant from, Instant to);

    /** How it ended. */
    sealed interface Answer {

        /** What the broker has, marked as back-filled, in time order; possibly empty. The newest may not be in its history yet. */
        record Given(List<Bar> bars) implements Answer {}

        /**
         * No answer, or not a whole one.
         *
         * @param reason one line
         * @param bars what came all the same
         */
        record Failed(String reason, List<Bar> bars) implements Answer {}
    }
}

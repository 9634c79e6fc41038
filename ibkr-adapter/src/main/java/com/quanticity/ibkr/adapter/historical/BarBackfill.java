package com.quanticity.ibkr.adapter.historical;

import com.quanticity.ibkr.model.contract.Contract;
import com.quanticity.ibkr.model.market.Bar;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Fills gaps of the live bars from the broker's history, ahead of every ordinary download. Thread-safe; never blocks. */
public interface BarBackfill {

    /**
     * Asks for the 5-second bars of trades that begin within a time, regular hours and beyond.
     *
     * <p>The wish is stored: it survives restarts, though the future does not, so whoever still misses bars after a restart asks again
     * (what is stored already comes at once or is stored over). Bars that are not over yet are left out.
     *
     * @param from inclusive
     * @param to exclusive
     * @return completes on the downloads' thread, never exceptionally; do not block there
     */
    CompletableFuture<Outcome> fill(Contract contract, Instant from, Instant to);

    /** How it ended. */
    sealed interface Outcome {

        /** Everything the broker has; seconds without a trade and closed hours may have no bar. In time order, possibly empty. */
        record Filled(List<Bar> bars) implements Outcome {
            public Filled {
                bars = List.copyOf(bars);
            }
        }

        /**
         * Not, or not all.
         *
         * @param reason one line
         * @param bars what came, in time order
         */
        record NotFilled(String reason, List<Bar> bars) implements Outcome {
            public NotFilled {
                bars = List.copyOf(bars);
            }
        }
    }
}

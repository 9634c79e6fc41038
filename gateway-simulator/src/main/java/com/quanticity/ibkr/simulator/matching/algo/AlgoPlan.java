package com.quanticity.ibkr.simulator.matching.algo;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/** How much of an order its algorithm has let out, and when it looks again. */
public interface AlgoPlan {

    /**
     * Shares let out so far, filled ones included.
     *
     * @param marketVolume shares that all others have traded since the plan's start
     */
    BigDecimal released(Instant now, BigDecimal marketVolume);

    /** When more may be let out by the clock; empty when nothing more comes that way. */
    Optional<Instant> nextStep(Instant now);

    /** When what is left is cancelled; empty when the order goes on. */
    Optional<Instant> end();

    /** Whether the order never takes the other side's quote. */
    boolean isPassive();
}

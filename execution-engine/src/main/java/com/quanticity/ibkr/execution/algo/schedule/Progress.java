package com.quanticity.ibkr.execution.algo.schedule;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * How far a parent has come, in shares or contracts.
 *
 * @param target what the parent shall trade in all, above zero
 * @param filled filled so far by all children
 * @param open what may still be filled by children already sent, uncertain ones included
 * @param observedVolume what the whole market traded since the window began, our own fills included; null while it is not known
 */
public record Progress(
        BigDecimal target,
        BigDecimal filled,
        BigDecimal open,
        @Nullable BigDecimal observedVolume) {

    public Progress {
        if (target.signum() <= 0 || filled.signum() < 0 || open.signum() < 0) {
            throw new IllegalArgumentException("progress needs a target above zero and nothing negative, had target "
                    + target + ", filled " + filled + ", open " + open);
        }
    }

    /** Filled, or out where it may be filled. */
    BigDecimal committed() {
        return filled.add(open);
    }

    /** What may still be sent; zero when an overfill left nothing. */
    BigDecimal remaining() {
        return target.subtract(committed()).max(BigDecimal.ZERO);
    }
}

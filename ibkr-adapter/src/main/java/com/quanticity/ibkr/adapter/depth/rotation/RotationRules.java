package com.quanticity.ibkr.adapter.depth.rotation;

import java.time.Duration;

/**
 * How depth is shared out.
 *
 * @param slots depth subscriptions at once, the permanent one included
 * @param permanent symbol that keeps the first slot for ever
 * @param turn how long a symbol has a slot
 * @param quiet a slot is free when the gateway has read the cancel and no late row has come for so long
 * @param stagger pause between two requests for depth
 * @param fullRetry pause after a 309, doubling up to {@code retryMax}
 * @param fullLimit so many 309 in a row take a slot out of the rotation
 * @param barrierLimit so many unanswered questions after a cancel disable the rotation
 * @param disabledFor a slot or the rotation that is out tries again after so long
 * @param refusedRetry a symbol the broker refuses is asked for again after so long
 * @param permanentRetry first pause before the permanent symbol is asked for again, doubling up to {@code retryMax}
 * @param retryMax longest of these pauses
 * @param silentAfter the permanent symbol without a row for so long is asked for anew; doubles with each time in a row
 * @param stuckAfter a slot that does not change for so long although others wait is stuck
 * @param missingAfter the permanent symbol without a row for so long is missing
 */
public record RotationRules(
        int slots,
        String permanent,
        Duration turn,
        Duration quiet,
        Duration stagger,
        Duration fullRetry,
        int fullLimit,
        int barrierLimit,
        Duration disabledFor,
        Duration refusedRetry,
        Duration permanentRetry,
        Duration retryMax,
        Duration silentAfter,
        Duration stuckAfter,
        Duration missingAfter) {

    private static final int MOST_DOUBLINGS = 10;

    /** A pause that doubles with each failure after the first, up to {@code retryMax}. */
    Duration doubling(Duration first, int failures) {
        Duration pause = first.multipliedBy(1L << Math.clamp(failures - 1L, 0, MOST_DOUBLINGS));
        return pause.compareTo(retryMax) > 0 ? retryMax : pause;
    }
}

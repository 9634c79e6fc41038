package com.quanticity.ibkr.adapter.historical.plan;

import java.time.Duration;
import java.util.List;

/**
 * How long a download will take. Downloads of the same rank take turns, a higher rank goes first, and the pause between two queries is that
 * of the pacing rules; a download asks one thing at a time, so it cannot be quicker than the broker answers.
 */
public final class FinishTime {

    private FinishTime() {}

    /**
     * What a download still needs.
     *
     * @param requests queries left
     * @param weight what one counts for the pacing rules
     * @param urgent true when it goes before those that are not
     * @param answerTime mean time to an answer
     */
    public record Load(long requests, int weight, boolean urgent, Duration answerTime) {

        private long slots() {
            return requests * weight;
        }
    }

    /**
     * Time until {@code own} is complete.
     *
     * @param others the other downloads that are not paused
     * @param spacing mean pause between two queries of weight 1
     */
    public static Duration left(Load own, List<Load> others, Duration spacing) {
        long slots = own.slots();
        for (Load other : others) {
            if (other.urgent() == own.urgent()) {
                slots += Math.min(other.slots(), own.slots());
            } else if (other.urgent()) {
                slots += other.slots();
            }
        }
        Duration paced = spacing.multipliedBy(slots);
        Duration answered = own.answerTime().multipliedBy(own.requests());
        return paced.compareTo(answered) > 0 ? paced : answered;
    }
}

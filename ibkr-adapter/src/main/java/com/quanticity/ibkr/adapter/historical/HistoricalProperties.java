package com.quanticity.ibkr.adapter.historical;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Downloads of the past. How fast the broker may be asked is set under {@code ibkr.gateway.pacing.history}.
 *
 * @param atOnce most questions at the gateway at once; the broker allows 50 of all clients together
 * @param answerTimeout a question that left and was not answered within this time is cancelled and asked again
 * @param mostPieces a download that would need more queries than this is refused
 */
public record HistoricalProperties(
        @DefaultValue("3") int atOnce,
        @DefaultValue("2m") Duration answerTimeout,
        @DefaultValue("20000") int mostPieces) {

    public HistoricalProperties {
        List<String> problems = new ArrayList<>();
        if (atOnce < 1 || atOnce > 50) {
            problems.add("ibkr.adapter.historical.at-once must be 1 to 50, was " + atOnce);
        }
        if (answerTimeout.isNegative() || answerTimeout.isZero()) {
            problems.add("ibkr.adapter.historical.answer-timeout must be positive, was " + answerTimeout);
        }
        if (mostPieces < 1) {
            problems.add("ibkr.adapter.historical.most-pieces must be 1 or more, was " + mostPieces);
        }
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", problems));
        }
    }
}

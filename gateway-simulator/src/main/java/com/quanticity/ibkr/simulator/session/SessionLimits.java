package com.quanticity.ibkr.simulator.session;

import com.quanticity.ibkr.simulator.history.HistoryLimits;
import java.time.Duration;

/**
 * What a client may do, as a real account's defaults.
 *
 * <p>Source: tws-wire behaviour.md, section 3.
 *
 * @param messagesPerSecond of one client; one more is lost with error 100
 * @param violations error 100 so many times closes the connection
 * @param marketDataLines of one client at once; one more is refused with error 101
 * @param sharesLines whether the lines are those of the login, for all its clients together, as a real login's are
 * @param accountSummaries of one client at once; one more is refused with error 322
 * @param summaryInterval between two looks for changed account values
 * @param history what the historical data service allows
 */
public record SessionLimits(
        int messagesPerSecond,
        int violations,
        int marketDataLines,
        boolean sharesLines,
        int accountSummaries,
        Duration summaryInterval,
        HistoryLimits history) {

    public SessionLimits {
        if (messagesPerSecond < 1 || violations < 1 || marketDataLines < 0 || accountSummaries < 0) {
            throw new IllegalArgumentException(
                    "limits must allow at least one message a second and one violation, and" + " cannot be negative");
        }
        if (summaryInterval.compareTo(Duration.ofMillis(100)) < 0) {
            throw new IllegalArgumentException("summary interval must be at least 100 ms, not " + summaryInterval);
        }
    }

    /** 50 messages a second, closed at the third violation, 100 lines a client, 2 summaries, 3 minutes. */
    public static SessionLimits defaults() {
        return new SessionLimits(50, 3, 100, false, 2, Duration.ofMinutes(3), HistoryLimits.defaults());
    }

    /** The same with another interval. */
    public SessionLimits withSummaryInterval(Duration interval) {
        return new SessionLimits(
                messagesPerSecond, violations, marketDataLines, sharesLines, accountSummaries, interval, history);
    }

    /** The same with another message rate. */
    public SessionLimits withMessagesPerSecond(int messages) {
        return new SessionLimits(
                messages, violations, marketDataLines, sharesLines, accountSummaries, summaryInterval, history);
    }

    /** The same with other market data lines. */
    public SessionLimits withLines(int lines, boolean areShared) {
        return new SessionLimits(
                messagesPerSecond, violations, lines, areShared, accountSummaries, summaryInterval, history);
    }

    /** The same with another number of violations that are forgiven. */
    public SessionLimits withViolations(int most) {
        return new SessionLimits(
                messagesPerSecond, most, marketDataLines, sharesLines, accountSummaries, summaryInterval, history);
    }

    /** The same with other summaries at once. */
    public SessionLimits withAccountSummaries(int most) {
        return new SessionLimits(
                messagesPerSecond, violations, marketDataLines, sharesLines, most, summaryInterval, history);
    }

    /** The same with other limits of the historical data service. */
    public SessionLimits withHistory(HistoryLimits other) {
        return new SessionLimits(
                messagesPerSecond, violations, marketDataLines, sharesLines, accountSummaries, summaryInterval, other);
    }
}

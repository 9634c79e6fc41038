package com.quanticity.ibkr.simulator.session;

import com.quanticity.ibkr.simulator.history.HistoryLimits;
import com.quanticity.ibkr.simulator.marketdata.DataLimits;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a client may do, as a real account's defaults.
 *
 * <p>Source: tws-wire behaviour.md, section 3.
 *
 * @param clients connected at once to one gateway; one more is closed without a word
 * @param messagesPerSecond of one client; one more is lost with error 100
 * @param violations error 100 so many times closes the connection
 * @param data lines and slots of market data
 * @param accountSummaries of one client at once; one more is refused with error 322
 * @param summaryInterval between two looks for changed account values
 * @param history what the historical data service allows
 */
public record SessionLimits(
        int clients,
        int messagesPerSecond,
        int violations,
        DataLimits data,
        int accountSummaries,
        Duration summaryInterval,
        HistoryLimits history) {

    public SessionLimits {
        if (clients < 1 || messagesPerSecond < 1 || violations < 1 || accountSummaries < 0) {
            throw new IllegalArgumentException(
                    "limits must allow at least one message a second, one violation and one client, and cannot be negative");
        }
        if (summaryInterval.compareTo(Duration.ofMillis(100)) < 0) {
            throw new IllegalArgumentException("summary interval must be at least 100 ms, not " + summaryInterval);
        }
    }

    /** 32 clients, 50 messages a second, closed at the third violation, 100 lines a client, 2 summaries, 3 minutes. */
    public static SessionLimits defaults() {
        return new SessionLimits(32, 50, 3, DataLimits.defaults(), 2, Duration.ofMinutes(3), HistoryLimits.defaults());
    }

    /** Level 1 lines. */
    public int marketDataLines() {
        return data.lines();
    }

    /** Whether lines and slots are those of the login. */
    public boolean sharesLines() {
        return data.areShared();
    }

    /** The same with other clients at once. */
    public SessionLimits withClients(int most) {
        return new SessionLimits(most, messagesPerSecond, violations, data, accountSummaries, summaryInterval, history);
    }

    /** The same with another interval. */
    public SessionLimits withSummaryInterval(Duration interval) {
        return new SessionLimits(clients, messagesPerSecond, violations, data, accountSummaries, interval, history);
    }

    /** The same with another message rate. */
    public SessionLimits withMessagesPerSecond(int messages) {
        return new SessionLimits(clients, messages, violations, data, accountSummaries, summaryInterval, history);
    }

    /** The same with other lines and slots. */
    public SessionLimits withData(DataLimits other) {
        return new SessionLimits(
                clients, messagesPerSecond, violations, other, accountSummaries, summaryInterval, history);
    }

    /** The same with other market data lines. */
    public SessionLimits withLines(int lines, boolean areShared) {
        return withData(data.withLines(lines, areShared));
    }

    /** The same with so many depth slots, null for those that go with the lines. */
    public SessionLimits withDepthSlots(@Nullable Integer slots) {
        return withData(data.withDepthSlots(slots));
    }

    /** The same with so many tick-by-tick slots, null for those that go with the lines. */
    public SessionLimits withTickByTickSlots(@Nullable Integer slots) {
        return withData(data.withTickByTickSlots(slots));
    }

    /** The same with another time between two tick-by-tick requests for one instrument. */
    public SessionLimits withTickByTickSpacing(Duration spacing) {
        return withData(data.withTickByTickSpacing(spacing));
    }

    /** The same with another number of violations that are forgiven. */
    public SessionLimits withViolations(int most) {
        return new SessionLimits(clients, messagesPerSecond, most, data, accountSummaries, summaryInterval, history);
    }

    /** The same with other summaries at once. */
    public SessionLimits withAccountSummaries(int most) {
        return new SessionLimits(clients, messagesPerSecond, violations, data, most, summaryInterval, history);
    }

    /** The same with other limits of the historical data service. */
    public SessionLimits withHistory(HistoryLimits other) {
        return new SessionLimits(
                clients, messagesPerSecond, violations, data, accountSummaries, summaryInterval, other);
    }
}

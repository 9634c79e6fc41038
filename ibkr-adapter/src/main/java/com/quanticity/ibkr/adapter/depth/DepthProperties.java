package com.quanticity.ibkr.adapter.depth;

import com.quanticity.ibkr.adapter.depth.book.BookRules;
import com.quanticity.ibkr.adapter.depth.rotation.RotationRules;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Market depth and its rotation, {@code ibkr.adapter.depth}.
 *
 * @param enabled false: no depth is asked for
 * @param slots depth subscriptions at once, the permanent one included. The base quota of a login is three, shared with TWS windows and
 *     every client id; more come with more market data lines. Source: blueprint 4.4, correction X44
 * @param permanent symbol that keeps a slot for ever, under ticker id 9001
 * @param symbols who shares the other slots, in order; changed at run time by REST until the next start
 * @param turn how long a symbol has a slot
 * @param rows rows a side
 * @param exchange SMART for one book over all exchanges, or the exchange whose book is wanted
 * @param quiet a cancelled slot is free when the gateway has read the cancel and no late row has come for so long
 * @param stagger pause between two requests for depth
 * @param settle a book is complete when no row has come for so long, or when it has all rows
 * @param pictureLimit or this long after its first row
 * @param crossedLimit a book crossed for longer is not valid
 * @param crossedRenewal a book crossed for longer is asked for anew
 * @param fullRetry pause after a 309; doubles up to {@code retryMax}
 * @param fullLimit so many 309 in a row take a slot out of the rotation and raise an alarm
 * @param barrierTimeout how long the gateway may take to show that it read a cancel
 * @param barrierLimit so many times without that disable the rotation and raise an alarm
 * @param disabledFor what is out tries again by itself after so long
 * @param refusedRetry a symbol the broker refuses is asked for again after so long
 * @param permanentRetry first pause before the permanent symbol is asked for again; doubles up to {@code retryMax}
 * @param retryMax longest such pause
 * @param silentAfter the permanent symbol without a row for so long in an open market is asked for anew
 * @param missingAfter without a row for so long an alarm is raised
 * @param stuckAfter a slot that does not change for so long although others wait raises an alarm
 * @param historyTurns turns kept in memory for {@code GET /api/v1/depth/rotation/history}
 * @param bufferUpdates updates held in memory while Redis is away; beyond it the oldest are dropped, counted and logged
 * @param entryUpdates most updates of one stream entry
 */
public record DepthProperties(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("3") int slots,
        @DefaultValue("SPY") String permanent,

        @DefaultValue({"QQQ", "IWM", "NVDA", "TSLA", "AMZN", "MSFT", "META", "GOOG"})
        List<String> symbols,

        @DefaultValue("10s") Duration turn,
        @DefaultValue("10") int rows,
        @DefaultValue("SMART") String exchange,
        @DefaultValue("500ms") Duration quiet,
        @DefaultValue("200ms") Duration stagger,
        @DefaultValue("250ms") Duration settle,
        @DefaultValue("1s") Duration pictureLimit,
        @DefaultValue("2s") Duration crossedLimit,
        @DefaultValue("10s") Duration crossedRenewal,
        @DefaultValue("2s") Duration fullRetry,
        @DefaultValue("5") int fullLimit,
        @DefaultValue("10s") Duration barrierTimeout,
        @DefaultValue("3") int barrierLimit,
        @DefaultValue("5m") Duration disabledFor,
        @DefaultValue("24h") Duration refusedRetry,
        @DefaultValue("5s") Duration permanentRetry,
        @DefaultValue("60s") Duration retryMax,
        @DefaultValue("60s") Duration silentAfter,
        @DefaultValue("30s") Duration missingAfter,
        @DefaultValue("30s") Duration stuckAfter,
        @DefaultValue("1000") int historyTurns,
        @DefaultValue("100000") int bufferUpdates,
        @DefaultValue("500") int entryUpdates) {

    private static final String PREFIX = "ibkr.adapter.depth.";
    private static final String SMART = "SMART";

    /** Most rows a side that the broker is known to give. */
    private static final int MOST_ROWS = 60;

    public DepthProperties {
        symbols = List.copyOf(symbols);
        List<String> problems = new ArrayList<>();
        require(problems, slots >= 1 && slots <= 60, "slots must be 1 to 60, was " + slots);
        require(problems, !permanent.isBlank(), "permanent is empty; name the symbol that keeps a slot, such as SPY");
        require(
                problems,
                new HashSet<>(symbols).size() == symbols.size(),
                "symbols names one twice; keep one of each, was " + symbols);
        require(
                problems,
                !symbols.contains(permanent),
                "symbols names " + permanent + ", which has a slot of its own; leave it out");
        require(problems, rows >= 1 && rows <= MOST_ROWS, "rows must be 1 to " + MOST_ROWS + ", was " + rows);
        require(problems, !exchange.isBlank(), "exchange is empty; write SMART or an exchange");
        positive(problems, "turn", turn);
        positive(problems, "quiet", quiet);
        require(problems, !stagger.isNegative(), "stagger must not be negative, was " + stagger);
        positive(problems, "settle", settle);
        positive(problems, "picture-limit", pictureLimit);
        positive(problems, "crossed-limit", crossedLimit);
        require(
                problems,
                crossedRenewal.compareTo(crossedLimit) >= 0,
                "crossed-renewal must not be shorter than crossed-limit, was " + crossedRenewal);
        positive(problems, "full-retry", fullRetry);
        require(problems, fullLimit >= 1, "full-limit must be 1 or more, was " + fullLimit);
        positive(problems, "barrier-timeout", barrierTimeout);
        require(problems, barrierLimit >= 1, "barrier-limit must be 1 or more, was " + barrierLimit);
        positive(problems, "disabled-for", disabledFor);
        positive(problems, "refused-retry", refusedRetry);
        positive(problems, "permanent-retry", permanentRetry);
        require(
                problems,
                retryMax.compareTo(fullRetry) >= 0 && retryMax.compareTo(permanentRetry) >= 0,
                "retry-max must not be shorter than full-retry or permanent-retry, was " + retryMax);
        positive(problems, "silent-after", silentAfter);
        positive(problems, "missing-after", missingAfter);
        require(
                problems,
                stuckAfter.compareTo(turn.plus(quiet)) > 0,
                "stuck-after must be longer than turn and quiet together, was " + stuckAfter);
        require(problems, historyTurns >= 1, "history-turns must be 1 or more, was " + historyTurns);
        require(problems, bufferUpdates >= 1, "buffer-updates must be 1 or more, was " + bufferUpdates);
        require(problems, entryUpdates >= 1, "entry-updates must be 1 or more, was " + entryUpdates);
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", problems));
        }
    }

    /** One book over all exchanges. */
    boolean isSmart() {
        return exchange.equals(SMART);
    }

    RotationRules rotationRules() {
        return new RotationRules(
                slots,
                permanent,
                turn,
                quiet,
                stagger,
                fullRetry,
                fullLimit,
                barrierLimit,
                disabledFor,
                refusedRetry,
                permanentRetry,
                retryMax,
                silentAfter,
                stuckAfter,
                missingAfter);
    }

    BookRules bookRules() {
        return new BookRules(rows, settle, pictureLimit, crossedLimit);
    }

    private static void positive(List<String> problems, String name, Duration value) {
        require(problems, value.isPositive(), name + " must be positive, was " + value);
    }

    private static void require(List<String> problems, boolean fulfilled, String problem) {
        if (!fulfilled) {
            problems.add(PREFIX + problem);
        }
    }
}

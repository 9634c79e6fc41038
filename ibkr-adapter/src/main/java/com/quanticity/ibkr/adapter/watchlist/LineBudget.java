package com.quanticity.ibkr.adapter.watchlist;

import com.quanticity.ibkr.adapter.marketdata.LineHolder;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How many market data lines this service may use: what is configured, and fewer once the broker has said so (101), because TWS windows
 * and other programs of the same user take from the same lines. One more is tried now and then. Bars and snapshots of this service take
 * lines, too; level 1 gets what bars leave, and snapshots take what is free at the moment. Thread-safe.
 */
final class LineBudget {

    private static final Logger LOG = LoggerFactory.getLogger(LineBudget.class);

    private final int own;
    private final Supplier<Stream<LineHolder>> others;
    private int learned;

    /**
     * A budget.
     *
     * @param own lines configured for this service
     * @param others who takes lines beside level 1
     */
    LineBudget(int own, Supplier<Stream<LineHolder>> others) {
        this.own = own;
        this.others = others;
        this.learned = own;
    }

    /** Lines that level 1 may use now; at least one. */
    synchronized int limit() {
        int taken = others.get()
                .filter(LineHolder::isLasting)
                .mapToInt(LineHolder::linesHeld)
                .sum();
        return Math.max(1, learned - taken);
    }

    /**
     * Lines that nobody uses now.
     *
     * @param inUse lines that level 1 uses
     */
    synchronized int free(int inUse) {
        return learned - inUse - takenByOthers();
    }

    /** Lines there are for everybody of this service. */
    synchronized int usable() {
        return learned;
    }

    /** Lines that are used now beside level 1. */
    int takenByOthers() {
        return others.get().mapToInt(LineHolder::linesHeld).sum();
    }

    int configured() {
        return own;
    }

    /**
     * The broker refused one more; true when that is news.
     *
     * @param inUse lines that level 1 used at that moment
     */
    synchronized boolean onNoLine(int inUse) {
        int fewer = Math.max(1, inUse + takenByOthers());
        if (fewer >= learned) {
            return false;
        }
        LOG.warn(
                "market data lines are fewer than configured lines={} configured={}; others take the rest", fewer, own);
        learned = fewer;
        return true;
    }

    /** Time to try one more; false when all that are configured are used already. */
    synchronized boolean probe() {
        if (learned >= own) {
            return false;
        }
        learned++;
        return true;
    }
}

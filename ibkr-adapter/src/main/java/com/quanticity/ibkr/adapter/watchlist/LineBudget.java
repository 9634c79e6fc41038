package com.quanticity.ibkr.adapter.watchlist;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How many market data lines this service may use: what is configured, and fewer once the broker has said so (101), because TWS windows
 * and other programs of the same user take from the same lines. One more is tried now and then. Thread-safe.
 */
final class LineBudget {

    private static final Logger LOG = LoggerFactory.getLogger(LineBudget.class);

    private final int own;
    private int learned;

    /** @param own lines configured for this service */
    LineBudget(int own) {
        this.own = own;
        this.learned = own;
    }

    /** Lines that may be used now. */
    synchronized int limit() {
        return learned;
    }

    int configured() {
        return own;
    }

    /** The broker refused one more while so many were in use; true when that is news. */
    synchronized boolean onNoLine(int inUse) {
        int fewer = Math.max(1, inUse);
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

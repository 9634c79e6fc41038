package com.quanticity.ibkr.adapter.watchlist;

import com.quanticity.ibkr.adapter.marketdata.LineHolder;
import com.quanticity.ibkr.adapter.marketdata.SubscriptionDesk;

/** The market data lines that snapshots on demand hold while they are taken. Thread-safe; never blocks. */
final class SnapshotLines implements LineHolder {

    private final LineBudget budget;
    private final SubscriptionDesk desk;
    private int held;

    SnapshotLines(LineBudget budget, SubscriptionDesk desk) {
        this.budget = budget;
        this.desk = desk;
    }

    /** False when no line is free; one that was taken must be given back. */
    synchronized boolean tryTake() {
        if (budget.free(desk.linesInUse()) <= 0) {
            return false;
        }
        held++;
        return true;
    }

    synchronized void giveBack() {
        held--;
    }

    @Override
    public synchronized int linesHeld() {
        return held;
    }

    @Override
    public boolean isLasting() {
        return false;
    }

    /** Who has the lines now, for a person. */
    String holders() {
        int level1 = desk.linesInUse();
        return budget.usable() + " lines: " + level1 + " level 1, " + budget.takenByOthers() + " bars and snapshots";
    }
}

package com.quanticity.ibkr.benchmarks.official;

import com.ib.client.Decimal;
import com.ib.client.DefaultEWrapper;
import com.ib.client.TickAttrib;

/** Hears ticks and counts them. */
final class CountingWrapper extends DefaultEWrapper {

    private final Runnable onTick;

    CountingWrapper(Runnable onTick) {
        this.onTick = onTick;
    }

    @Override
    public void tickPrice(int tickerId, int field, double price, TickAttrib attrib) {
        onTick.run();
    }

    @Override
    public void tickSize(int tickerId, int field, Decimal size) {
        onTick.run();
    }
}

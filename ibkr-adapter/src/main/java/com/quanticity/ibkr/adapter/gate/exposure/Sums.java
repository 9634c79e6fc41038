package com.quanticity.ibkr.adapter.gate.exposure;

import java.math.BigDecimal;

/**
 * Values of everything in a ledger.
 *
 * @param gross sum of the contracts' largest values either way
 * @param netHigh what is long less what is short if only buys fill
 * @param netLow the same if only sells fill
 */
public record Sums(BigDecimal gross, BigDecimal netHigh, BigDecimal netLow) {

    static final Sums ZERO = new Sums(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);

    /** The larger net value without its sign. */
    public BigDecimal net() {
        return netHigh.abs().max(netLow.abs());
    }

    Sums plus(Sums other) {
        return new Sums(gross.add(other.gross), netHigh.add(other.netHigh), netLow.add(other.netLow));
    }
}

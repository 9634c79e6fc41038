package com.quanticity.ibkr.adapter.gate.exposure;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/**
 * The broker's position of one account and contract, and our fills that it may not include yet: a fill and the position that counts it
 * come as two messages. Until the position explains a fill both are believed, each at its worst.
 */
final class Holding {

    /** A fill that no position has explained for this long is counted by now. */
    static final Duration PATIENCE = Duration.ofMinutes(1);

    private BigDecimal told = BigDecimal.ZERO;
    private final Deque<Fill> uncounted = new ArrayDeque<>();

    private record Fill(BigDecimal signed, Instant at) {}

    void onFill(BigDecimal signed, Instant at) {
        uncounted.addLast(new Fill(signed, at));
    }

    /** The broker tells the position: the fills that lead to it are counted, those after them are not. */
    void onPosition(BigDecimal quantity) {
        BigDecimal sum = told;
        int explained = 0;
        int seen = 0;
        for (Fill fill : uncounted) {
            sum = sum.add(fill.signed());
            seen++;
            if (sum.compareTo(quantity) == 0) {
                explained = seen;
            }
        }
        for (int i = 0; i < explained; i++) {
            uncounted.removeFirst();
        }
        told = quantity;
    }

    /** A complete answer was asked for after these fills. */
    void onAnswer(BigDecimal quantity) {
        uncounted.clear();
        told = quantity;
    }

    boolean forgetBefore(Instant time) {
        return uncounted.removeIf(fill -> fill.at().isBefore(time));
    }

    BigDecimal low() {
        return sum(-1);
    }

    BigDecimal high() {
        return sum(1);
    }

    private BigDecimal sum(int sign) {
        BigDecimal sum = told;
        for (Iterator<Fill> fills = uncounted.iterator(); fills.hasNext(); ) {
            BigDecimal signed = fills.next().signed();
            sum = signed.signum() == sign ? sum.add(signed) : sum;
        }
        return sum;
    }
}

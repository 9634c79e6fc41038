package com.quanticity.ibkr.simulator.fault;

import java.time.Duration;

/** What becomes of events of one kind on their way out. */
public sealed interface EventRule {

    /** They never arrive. */
    record Withheld() implements EventRule {}

    /** They arrive several times in a row. */
    record Repeated(int copies) implements EventRule {
        public Repeated {
            if (copies < 1 || copies > 1000) {
                throw new IllegalArgumentException("copies cannot be " + copies + ": give 1 to 1000");
            }
        }
    }

    /** They arrive after a while of the simulator's clock; other events overtake them. */
    record Late(Duration by) implements EventRule {
        public Late {
            requirePositive(by);
        }
    }

    /** They wait until the next event of another kind has gone out to the same client. */
    record After(String other) implements EventRule {}

    private static void requirePositive(Duration length) {
        if (length.isNegative() || length.isZero()) {
            throw new IllegalArgumentException("a delay cannot be " + length + ": give more than zero");
        }
    }
}

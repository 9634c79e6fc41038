package com.quanticity.ibkr.chaos.plan;

import java.time.Duration;

/** When a fault begins. */
public sealed interface Moment {

    /** So long after the start of the run. */
    record At(Duration time) implements Moment {
        @Override
        public String toString() {
            return "at " + time.toMillis() + " ms";
        }
    }

    /** Right after the broker made the n-th execution of the run. */
    record OnFill(int number) implements Moment {
        @Override
        public String toString() {
            return "on fill " + number;
        }
    }

    /** Right after the broker took the n-th order of the run. */
    record OnOrder(int number) implements Moment {
        @Override
        public String toString() {
            return "on order " + number;
        }
    }
}

package com.quanticity.ibkr.simulator.matching.terms;

import java.math.BigDecimal;
import java.time.Instant;

/** One condition for an order to work, or to be cancelled. */
public sealed interface OrderCondition {

    /** Contract id it watches, 0 for none. */
    default int watched() {
        return 0;
    }

    record Price(boolean isMore, BigDecimal value, int conId, TriggerMethod method) implements OrderCondition {
        @Override
        public int watched() {
            return conId;
        }
    }

    record Time(boolean isMore, Instant value) implements OrderCondition {}

    /** Margin cushion in percent of the account's value. */
    record Margin(boolean isMore, BigDecimal percent) implements OrderCondition {}

    /** A trade of the account in a symbol; an empty exchange is any. */
    record Execution(String secType, String exchange, String symbol) implements OrderCondition {}

    record Volume(boolean isMore, BigDecimal value, int conId) implements OrderCondition {
        @Override
        public int watched() {
            return conId;
        }
    }

    /** Change against the previous close, in percent. */
    record PercentChange(boolean isMore, BigDecimal percent, int conId) implements OrderCondition {
        @Override
        public int watched() {
            return conId;
        }
    }
}

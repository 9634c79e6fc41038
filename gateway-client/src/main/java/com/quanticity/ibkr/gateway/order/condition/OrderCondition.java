package com.quanticity.ibkr.gateway.order.condition;

import java.math.BigDecimal;

/** One condition of an order. {@code conjunction} links it to the next one: {@code a} and, {@code o} or. */
public sealed interface OrderCondition {

    /** The wire's number of the kind. */
    int type();

    String conjunction();

    /** Price of another contract. {@code triggerMethod} says which price is watched. */
    record Price(String conjunction, boolean isMore, BigDecimal value, int conId, String exchange, int triggerMethod)
            implements OrderCondition {
        @Override
        public int type() {
            return 1;
        }
    }

    /** A time, {@code YYYYMMDD HH:mm:ss zone}. */
    record Time(String conjunction, boolean isMore, String value) implements OrderCondition {
        @Override
        public int type() {
            return 3;
        }
    }

    /** Margin cushion in percent. */
    record Margin(String conjunction, boolean isMore, int value) implements OrderCondition {
        @Override
        public int type() {
            return 4;
        }
    }

    /** An execution of a symbol. */
    record Execution(String conjunction, String secType, String execExchange, String symbol) implements OrderCondition {
        @Override
        public int type() {
            return 5;
        }
    }

    /** Volume of another contract. */
    record Volume(String conjunction, boolean isMore, int value, int conId, String exchange) implements OrderCondition {
        @Override
        public int type() {
            return 6;
        }
    }

    /** Change of another contract in percent. */
    record PercentChange(String conjunction, boolean isMore, BigDecimal value, int conId, String exchange)
            implements OrderCondition {
        @Override
        public int type() {
            return 7;
        }
    }
}

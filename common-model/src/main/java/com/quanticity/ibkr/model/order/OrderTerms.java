package com.quanticity.ibkr.model.order;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How an order is priced. Prices and offsets are in contract currency, percentages are 1.5 for 1.5 %. Which values go together is told by
 * {@code OrderRules}, not here: what was read from a stream can always be shown.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = OrderTerms.Market.class, name = "MARKET"),
    @JsonSubTypes.Type(value = OrderTerms.Limit.class, name = "LIMIT"),
    @JsonSubTypes.Type(value = OrderTerms.Stop.class, name = "STOP"),
    @JsonSubTypes.Type(value = OrderTerms.StopLimit.class, name = "STOP_LIMIT"),
    @JsonSubTypes.Type(value = OrderTerms.Trail.class, name = "TRAIL"),
    @JsonSubTypes.Type(value = OrderTerms.TrailLimit.class, name = "TRAIL_LIMIT"),
    @JsonSubTypes.Type(value = OrderTerms.MarketIfTouched.class, name = "MARKET_IF_TOUCHED"),
    @JsonSubTypes.Type(value = OrderTerms.LimitIfTouched.class, name = "LIMIT_IF_TOUCHED"),
    @JsonSubTypes.Type(value = OrderTerms.MarketOnClose.class, name = "MARKET_ON_CLOSE"),
    @JsonSubTypes.Type(value = OrderTerms.LimitOnClose.class, name = "LIMIT_ON_CLOSE"),
    @JsonSubTypes.Type(value = OrderTerms.MarketToLimit.class, name = "MARKET_TO_LIMIT"),
    @JsonSubTypes.Type(value = OrderTerms.Relative.class, name = "RELATIVE"),
    @JsonSubTypes.Type(value = OrderTerms.PeggedToMidpoint.class, name = "PEGGED_TO_MIDPOINT"),
    @JsonSubTypes.Type(value = OrderTerms.MidPrice.class, name = "MIDPRICE")
})
@JsonInclude(JsonInclude.Include.NON_NULL)
public sealed interface OrderTerms {

    Market MARKET = new Market();

    OrderType type();

    /** Worst price it may trade at: limit or cap. Null when there is none. */
    default @Nullable BigDecimal limitPrice() {
        return null;
    }

    /** Price that wakes it: stop, initial stop of a trailing one, or touch. Null when there is none. */
    default @Nullable BigDecimal triggerPrice() {
        return null;
    }

    /** A limit order, or a market order without a price. */
    static OrderTerms of(@Nullable BigDecimal limitPrice) {
        return limitPrice == null ? MARKET : new Limit(limitPrice);
    }

    /** At the market. */
    record Market() implements OrderTerms {
        @Override
        public OrderType type() {
            return OrderType.MARKET;
        }
    }

    /** At this price or better. */
    record Limit(BigDecimal limitPrice) implements OrderTerms {
        public Limit {
            Objects.requireNonNull(limitPrice, "limitPrice");
        }

        @Override
        public OrderType type() {
            return OrderType.LIMIT;
        }
    }

    /** A market order once the stop price is reached. */
    record Stop(BigDecimal stopPrice) implements OrderTerms {
        public Stop {
            Objects.requireNonNull(stopPrice, "stopPrice");
        }

        @Override
        public OrderType type() {
            return OrderType.STOP;
        }

        @Override
        public BigDecimal triggerPrice() {
            return stopPrice;
        }
    }

    /** A limit order once the stop price is reached. */
    record StopLimit(BigDecimal stopPrice, BigDecimal limitPrice) implements OrderTerms {
        public StopLimit {
            Objects.requireNonNull(stopPrice, "stopPrice");
            Objects.requireNonNull(limitPrice, "limitPrice");
        }

        @Override
        public OrderType type() {
            return OrderType.STOP_LIMIT;
        }

        @Override
        public BigDecimal triggerPrice() {
            return stopPrice;
        }
    }

    /**
     * A stop that follows the market.
     *
     * @param amount distance, instead of percent
     * @param percent distance, instead of amount
     * @param stopPrice where it starts, null = the broker sets it off the market
     */
    record Trail(
            @Nullable BigDecimal amount,
            @Nullable BigDecimal percent,
            @Nullable BigDecimal stopPrice) implements OrderTerms {

        public static Trail byAmount(BigDecimal amount, @Nullable BigDecimal stopPrice) {
            return new Trail(amount, null, stopPrice);
        }

        public static Trail byPercent(BigDecimal percent, @Nullable BigDecimal stopPrice) {
            return new Trail(null, percent, stopPrice);
        }

        @Override
        public OrderType type() {
            return OrderType.TRAIL;
        }

        @Override
        public @Nullable BigDecimal triggerPrice() {
            return stopPrice;
        }
    }

    /**
     * A trailing stop that becomes a limit order.
     *
     * @param amount distance, instead of percent
     * @param percent distance, instead of amount
     * @param stopPrice where it starts
     * @param limitOffset distance of the limit from the stop, instead of limitPrice
     * @param limitPrice first limit, instead of limitOffset
     */
    record TrailLimit(
            @Nullable BigDecimal amount,
            @Nullable BigDecimal percent,
            @Nullable BigDecimal stopPrice,
            @Nullable BigDecimal limitOffset,
            @Nullable BigDecimal limitPrice)
            implements OrderTerms {
        @Override
        public OrderType type() {
            return OrderType.TRAIL_LIMIT;
        }

        @Override
        public @Nullable BigDecimal triggerPrice() {
            return stopPrice;
        }
    }

    /** A market order once the price is touched. */
    record MarketIfTouched(BigDecimal triggerPrice) implements OrderTerms {
        public MarketIfTouched {
            Objects.requireNonNull(triggerPrice, "triggerPrice");
        }

        @Override
        public OrderType type() {
            return OrderType.MARKET_IF_TOUCHED;
        }
    }

    /** A limit order once the price is touched. */
    record LimitIfTouched(BigDecimal triggerPrice, BigDecimal limitPrice) implements OrderTerms {
        public LimitIfTouched {
            Objects.requireNonNull(triggerPrice, "triggerPrice");
            Objects.requireNonNull(limitPrice, "limitPrice");
        }

        @Override
        public OrderType type() {
            return OrderType.LIMIT_IF_TOUCHED;
        }
    }

    /** In the closing auction, at its price. */
    record MarketOnClose() implements OrderTerms {
        @Override
        public OrderType type() {
            return OrderType.MARKET_ON_CLOSE;
        }
    }

    /** In the closing auction, at this price or better. */
    record LimitOnClose(BigDecimal limitPrice) implements OrderTerms {
        public LimitOnClose {
            Objects.requireNonNull(limitPrice, "limitPrice");
        }

        @Override
        public OrderType type() {
            return OrderType.LIMIT_ON_CLOSE;
        }
    }

    /** At the market; what is left becomes a limit order at the price of the first fill. */
    record MarketToLimit() implements OrderTerms {
        @Override
        public OrderType type() {
            return OrderType.MARKET_TO_LIMIT;
        }
    }

    /**
     * Better than the own side's best price by an offset.
     *
     * @param offset instead of percent
     * @param percent instead of offset
     * @param cap worst price, null = none
     */
    record Relative(
            @Nullable BigDecimal offset,
            @Nullable BigDecimal percent,
            @Nullable BigDecimal cap) implements OrderTerms {
        @Override
        public OrderType type() {
            return OrderType.RELATIVE;
        }

        @Override
        public @Nullable BigDecimal limitPrice() {
            return cap;
        }
    }

    /**
     * Pegged to the middle of the quote.
     *
     * @param offset from the middle, null = at it
     * @param cap worst price, null = none
     */
    record PeggedToMidpoint(
            @Nullable BigDecimal offset, @Nullable BigDecimal cap) implements OrderTerms {
        @Override
        public OrderType type() {
            return OrderType.PEGGED_TO_MIDPOINT;
        }

        @Override
        public @Nullable BigDecimal limitPrice() {
            return cap;
        }
    }

    /** Between the middle and the own side, wherever the broker finds it; {@code cap} is the worst price, null = none. */
    record MidPrice(@Nullable BigDecimal cap) implements OrderTerms {
        @Override
        public OrderType type() {
            return OrderType.MIDPRICE;
        }

        @Override
        public @Nullable BigDecimal limitPrice() {
            return cap;
        }
    }
}

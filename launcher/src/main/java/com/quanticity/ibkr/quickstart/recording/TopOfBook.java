package com.quanticity.ibkr.quickstart.recording;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Both sides of a quote, ready to be compared: decimals without trailing zeros, no size where there is no price.
 *
 * @param bid null when nobody bids
 * @param bidSize shares, null when nobody bids
 * @param bidExchange letters, empty when not given
 */
record TopOfBook(
        @Nullable BigDecimal bid,
        @Nullable BigDecimal bidSize,
        String bidExchange,
        @Nullable BigDecimal ask,
        @Nullable BigDecimal askSize,
        String askExchange) {

    static final TopOfBook EMPTY = new TopOfBook(null, null, "", null, null, "");

    TopOfBook {
        bidSize = bid == null ? null : plain(bidSize);
        askSize = ask == null ? null : plain(askSize);
        bid = plain(bid);
        ask = plain(ask);
    }

    TopOfBook withBid(TopOfBook other) {
        return new TopOfBook(other.bid, other.bidSize, bidExchange, ask, askSize, askExchange);
    }

    TopOfBook withAsk(TopOfBook other) {
        return new TopOfBook(bid, bidSize, bidExchange, other.ask, other.askSize, askExchange);
    }

    TopOfBook withBidExchange(TopOfBook other) {
        return new TopOfBook(bid, bidSize, other.bidExchange, ask, askSize, askExchange);
    }

    TopOfBook withAskExchange(TopOfBook other) {
        return new TopOfBook(bid, bidSize, bidExchange, ask, askSize, other.askExchange);
    }

    private static @Nullable BigDecimal plain(@Nullable BigDecimal value) {
        return value == null ? null : value.stripTrailingZeros();
    }

    @Override
    public String toString() {
        return side(bid, bidSize, bidExchange) + " / " + side(ask, askSize, askExchange);
    }

    private static String side(@Nullable BigDecimal price, @Nullable BigDecimal size, String exchange) {
        if (price == null) {
            return "none";
        }
        return price.toPlainString() + " x " + (size == null ? "?" : size.toPlainString())
                + (exchange.isEmpty() ? "" : " " + exchange);
    }
}

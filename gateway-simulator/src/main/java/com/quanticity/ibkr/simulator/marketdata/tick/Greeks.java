package com.quanticity.ibkr.simulator.marketdata.tick;

import com.quanticity.ibkr.simulator.market.BestPrice;
import com.quanticity.ibkr.simulator.market.MarketEvent;
import com.quanticity.ibkr.simulator.market.ModelPrice;
import com.quanticity.ibkr.simulator.market.TopOfMarket;
import com.quanticity.ibkr.simulator.pricing.OptionValue;
import com.quanticity.ibkr.simulator.wire.Event;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * TICK_OPTION_COMPUTATION of one line: model, bid, ask and last. What was not computed is -1, for greeks -2. Source:
 * tws-wire ticks.md, section 5.
 */
public final class Greeks {

    public static final int BID = 10;
    static final int ASK = 11;
    public static final int LAST = 12;
    public static final int MODEL = 13;

    private static final MathContext DIGITS = new MathContext(10);
    private static final double LEAST_VOLATILITY = 0.001;

    private final Map<Integer, String> told = new HashMap<>();

    public void forget() {
        told.clear();
    }

    /** The computation of one tick; null when it is the same as before. */
    public @Nullable Event of(int liveType, int shownType, int requestId, TopOfMarket top, ModelPrice model) {
        Event event = computation(shownType, requestId, priceOf(liveType, top, model), model);
        String text = event.fields().toString();
        return text.equals(told.put(liveType, text)) ? null : event;
    }

    private static @Nullable Double priceOf(int type, TopOfMarket top, ModelPrice model) {
        return switch (type) {
            case BID -> priceOf(top.bid());
            case ASK -> priceOf(top.ask());
            case LAST -> lastOf(top.last());
            default -> model.value().price();
        };
    }

    private static @Nullable Double priceOf(BestPrice side) {
        return side.price() == null ? null : side.price().doubleValue();
    }

    private static @Nullable Double lastOf(MarketEvent.@Nullable Trade last) {
        return last == null ? null : last.price().doubleValue();
    }

    private static Event computation(int type, int requestId, @Nullable Double price, ModelPrice model) {
        Event event = Event.of("TICK_OPTION_COMPUTATION")
                .with("reqId", requestId)
                .with("tickType", type)
                .with("tickAttrib", 0)
                .with("undPrice", number(model.underlying()));
        OptionValue value = model.value();
        if (price == null) {
            return event.with("impliedVol", -1)
                    .with("delta", -2)
                    .with("optPrice", -1)
                    .with("pvDividend", -1)
                    .with("gamma", -2)
                    .with("vega", -2)
                    .with("theta", -2);
        }
        return event.with("impliedVol", number(volatilityAt(price, value)))
                .with("delta", number(value.delta()))
                .with("optPrice", number(price))
                .with("pvDividend", number(model.dividends()))
                .with("gamma", number(value.gamma()))
                .with("vega", number(value.vega()))
                .with("theta", number(value.theta()));
    }

    /** A price near the model's moves the volatility by what vega says. */
    private static double volatilityAt(double price, OptionValue value) {
        double moved = value.vega() < 1e-6 ? 0 : (price - value.price()) / value.vega() / 100;
        return Math.max(LEAST_VOLATILITY, value.volatility() + moved);
    }

    private static BigDecimal number(double value) {
        return new BigDecimal(value, DIGITS);
    }
}

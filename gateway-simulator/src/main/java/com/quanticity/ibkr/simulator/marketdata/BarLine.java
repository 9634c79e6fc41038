package com.quanticity.ibkr.simulator.marketdata;

import com.quanticity.ibkr.simulator.desk.Client;
import com.quanticity.ibkr.simulator.market.MarketEvent;
import com.quanticity.ibkr.simulator.market.SymbolMarket;
import com.quanticity.ibkr.simulator.wire.Event;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * One stream of five-second bars: a bar without a trade repeats the last price with volume 0; quotes that are missing
 * make no bar.
 */
final class BarLine {

    static final long SECONDS = 5;

    private static final BigDecimal TWO = BigDecimal.valueOf(2);
    private static final BigDecimal NONE = BigDecimal.ONE.negate();

    private final Client client;
    private final int requestId;
    private final SymbolMarket symbol;
    private final BarKind kind;
    private final boolean regularHours;
    private long start;
    private @Nullable BigDecimal open;
    private @Nullable BigDecimal high;
    private @Nullable BigDecimal low;
    private @Nullable BigDecimal close;
    private BigDecimal volume = BigDecimal.ZERO;
    private BigDecimal turnover = BigDecimal.ZERO;
    private long count;

    /**
     * Begins with the bar that runs.
     *
     * @param now market time in epoch seconds
     */
    BarLine(Client client, int requestId, SymbolMarket symbol, BarKind kind, boolean regularHours, long now) {
        this.client = client;
        this.requestId = requestId;
        this.symbol = symbol;
        this.kind = kind;
        this.regularHours = regularHours;
        this.start = now - Math.floorMod(now, SECONDS);
        this.close = present();
        reset();
    }

    int requestId() {
        return requestId;
    }

    SymbolMarket symbol() {
        return symbol;
    }

    Client client() {
        return client;
    }

    /** Tells the bars that have ended by a market time in epoch seconds. */
    void tellUntil(long now, boolean isWithheld, boolean isRegular) {
        while (now >= start + SECONDS) {
            if (open != null && !isWithheld && (isRegular || !regularHours)) {
                client.send(bar());
            }
            start += SECONDS;
            reset();
        }
    }

    private void reset() {
        open = close;
        high = close;
        low = close;
        volume = BigDecimal.ZERO;
        turnover = BigDecimal.ZERO;
        count = 0;
    }

    private Event bar() {
        boolean isTrades = kind == BarKind.TRADES;
        return Event.of("REAL_TIME_BARS")
                .with("reqId", requestId)
                .with("time", start)
                .with("open", known(open))
                .with("high", known(high))
                .with("low", known(low))
                .with("close", known(close))
                .with("volume", isTrades ? volume : NONE)
                .with("wap", isTrades ? average() : NONE)
                .with("count", isTrades ? count : -1);
    }

    private BigDecimal average() {
        return volume.signum() == 0 ? known(close) : turnover.divide(volume, 6, RoundingMode.HALF_UP);
    }

    private static BigDecimal known(@Nullable BigDecimal price) {
        return price == null ? BigDecimal.ZERO : price;
    }

    void onTrade(MarketEvent.Trade trade) {
        if (kind == BarKind.TRADES) {
            if (trade.updatesLast()) {
                take(trade.price(), count == 0);
            }
            volume = volume.add(trade.size());
            turnover = turnover.add(trade.size().multiply(trade.price()));
            count++;
        }
    }

    void onQuote() {
        if (kind != BarKind.TRADES) {
            BigDecimal price = present();
            if (price == null) {
                close = null;
            } else {
                take(price, open == null);
            }
        }
    }

    /** The first trade of a bar replaces the price it inherited. */
    private void take(BigDecimal price, boolean isFirst) {
        if (isFirst || open == null || high == null || low == null) {
            open = price;
            high = price;
            low = price;
        } else {
            high = high.max(price);
            low = low.min(price);
        }
        close = price;
    }

    private @Nullable BigDecimal present() {
        BigDecimal bid = symbol.bid().price();
        BigDecimal ask = symbol.ask().price();
        MarketEvent.Trade last = symbol.last();
        return switch (kind) {
            case TRADES -> last == null ? null : last.price();
            case BID -> bid;
            case ASK -> ask;
            case MIDPOINT -> bid == null || ask == null ? null : bid.add(ask).divide(TWO);
        };
    }
}
